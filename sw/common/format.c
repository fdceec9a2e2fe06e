/* Formatted text, for whatever takes characters.
 * SPDX-License-Identifier: ISC */
#include "common.h"

#include <stdbool.h>

struct out {
    void (*put)(void *to, char c);
    void *to;
};

static void pad(const struct out *o, char c, int n)
{
    for (; n > 0; n--)
        o->put(o->to, c);
}

static void number(const struct out *o, uint32_t v, uint32_t base, int width, char fill, bool minus)
{
    char text[12];
    int n = 0;
    do {
        text[n++] = "0123456789abcdef"[v % base];
        v /= base;
    } while (v);
    if (minus)
        text[n++] = '-';
    pad(o, fill, width - n);
    while (n)
        o->put(o->to, text[--n]);
}

void format(void (*put)(void *to, char c), void *to, const char *f, va_list ap)
{
    const struct out o = {put, to};
    for (; *f; f++) {
        if (*f != '%' || *++f == '%') {
            put(to, *f);
            continue;
        }
        char fill = *f == '0' ? '0' : ' ';
        int width = 0;
        for (; *f >= '0' && *f <= '9'; f++)
            width = width * 10 + *f - '0';
        if (*f == 's') {
            const char *s = va_arg(ap, const char *);
            for (; *s; s++, width--)
                put(to, *s);
            pad(&o, ' ', width);
        } else if (*f == 'c') {
            put(to, va_arg(ap, int));
        } else if (*f == 'd') {
            int v = va_arg(ap, int);
            number(&o, v < 0 ? -(uint32_t)v : (uint32_t)v, 10, width, fill, v < 0);
        } else {
            number(&o, va_arg(ap, uint32_t), *f == 'x' ? 16 : 10, width, fill, false);
        }
    }
}

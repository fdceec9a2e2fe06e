/* printf for modules: %s %c %d %u %x, with a width and 0; a call is one write,
 * of at most 240 characters.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

struct out {
    char *p;
    size_t size, n;
};

static void put_char(struct out *o, char c)
{
    if (o->n + 1 < o->size)
        o->p[o->n] = c;
    o->n++;
}

static void put_number(struct out *o, uint32_t v, uint32_t base, int width, char pad, bool minus)
{
    char text[12];
    int n = 0;
    do {
        text[n++] = "0123456789abcdef"[v % base];
        v /= base;
    } while (v);
    if (minus)
        text[n++] = '-';
    for (; width > n; width--)
        put_char(o, pad);
    while (n)
        put_char(o, text[--n]);
}

int vsnprintf(char *p, size_t size, const char *f, va_list ap)
{
    struct out o = {p, size, 0};
    for (; *f; f++) {
        if (*f != '%') {
            put_char(&o, *f);
            continue;
        }
        char pad = ' ';
        int width = 0;
        if (*++f == '0')
            pad = '0';
        for (; *f >= '0' && *f <= '9'; f++)
            width = width * 10 + *f - '0';
        if (*f == 's') {
            for (const char *s = va_arg(ap, const char *); *s; s++, width--)
                put_char(&o, *s);
            for (; width > 0; width--)
                put_char(&o, ' ');
        } else if (*f == 'c') {
            put_char(&o, va_arg(ap, int));
        } else if (*f == 'd') {
            int v = va_arg(ap, int);
            put_number(&o, v < 0 ? -(uint32_t)v : (uint32_t)v, 10, width, pad, v < 0);
        } else if (*f == '%') {
            put_char(&o, '%');
        } else {
            put_number(&o, va_arg(ap, uint32_t), *f == 'x' ? 16 : 10, width, pad, false);
        }
    }
    if (size)
        p[o.n < size ? o.n : size - 1] = 0;
    return o.n;
}

int snprintf(char *p, size_t size, const char *f, ...)
{
    va_list ap;
    va_start(ap, f);
    int n = vsnprintf(p, size, f, ap);
    va_end(ap);
    return n;
}

int printf(const char *f, ...)
{
    char text[240];
    va_list ap;
    va_start(ap, f);
    int n = vsnprintf(text, sizeof text, f, ap);
    va_end(ap);
    return write(text, n < (int)sizeof text ? n : (int)sizeof text - 1);
}

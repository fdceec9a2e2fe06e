/* printf for modules: a call is one write, of at most 240 characters.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

struct text {
    char *p;
    size_t size, n;
};

static void put_char(void *to, char c)
{
    struct text *t = to;
    if (t->n + 1 < t->size)
        t->p[t->n] = c;
    t->n++;
}

int vsnprintf(char *p, size_t size, const char *f, va_list ap)
{
    struct text t = {p, size, 0};
    format(put_char, &t, f, ap);
    if (size)
        p[t.n < size ? t.n : size - 1] = 0;
    return t.n;
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

/* Formatted output for the kernel's own lines: %s %c %d %u %x, a width, and 0.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#include <stdarg.h>

static void put_number(uint32_t v, uint32_t base, int width, char pad, bool minus)
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
        uart_put(pad);
    while (n)
        uart_put(text[--n]);
}

void print(const char *f, ...)
{
    va_list ap;
    va_start(ap, f);
    for (; *f; f++) {
        if (*f != '%') {
            uart_put(*f);
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
                uart_put(*s);
            for (; width > 0; width--)
                uart_put(' ');
        } else if (*f == 'c') {
            uart_put(va_arg(ap, int));
        } else if (*f == 'd') {
            int v = va_arg(ap, int);
            put_number(v < 0 ? -(uint32_t)v : (uint32_t)v, 10, width, pad, v < 0);
        } else {
            put_number(va_arg(ap, uint32_t), *f == 'x' ? 16 : 10, width, pad, false);
        }
    }
    va_end(ap);
}

/* The few string functions that kernel, modules and compiler call for.
 * SPDX-License-Identifier: ISC */
#include "common.h"

void *memset(void *p, int c, size_t n)
{
    uint8_t *b = p;
    uint32_t word = (uint8_t)c * 0x01010101u;
    while (n && ((uintptr_t)b & 3)) {
        *b++ = c;
        n--;
    }
    uint32_t *w = (uint32_t *)b;
    for (; n >= 32; n -= 32, w += 8) {
        w[0] = w[1] = w[2] = w[3] = word;
        w[4] = w[5] = w[6] = w[7] = word;
    }
    for (; n >= 4; n -= 4)
        *w++ = word;
    for (b = (uint8_t *)w; n; n--)
        *b++ = c;
    return p;
}

void *memcpy(void *dst, const void *src, size_t n)
{
    uint8_t *d = dst;
    const uint8_t *s = src;
    if (!(((uintptr_t)d ^ (uintptr_t)s) & 3)) {
        for (; n && ((uintptr_t)d & 3); n--)
            *d++ = *s++;
        uint32_t *dw = (uint32_t *)d;
        const uint32_t *sw = (const uint32_t *)s;
        for (; n >= 32; n -= 32, dw += 8, sw += 8) {
            uint32_t a = sw[0], b = sw[1], c = sw[2], e = sw[3];
            uint32_t f = sw[4], g = sw[5], h = sw[6], i = sw[7];
            dw[0] = a, dw[1] = b, dw[2] = c, dw[3] = e;
            dw[4] = f, dw[5] = g, dw[6] = h, dw[7] = i;
        }
        for (; n >= 4; n -= 4)
            *dw++ = *sw++;
        d = (uint8_t *)dw;
        s = (const uint8_t *)sw;
    }
    while (n--)
        *d++ = *s++;
    return dst;
}

int memcmp(const void *a, const void *b, size_t n)
{
    const uint8_t *p = a, *q = b;
    for (; n; n--, p++, q++)
        if (*p != *q)
            return *p - *q;
    return 0;
}

int strcmp(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return (uint8_t)*a - (uint8_t)*b;
}

size_t strlen(const char *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}

size_t strnlen(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && s[i])
        i++;
    return i;
}

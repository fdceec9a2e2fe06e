/* Strings and copies: length, copy, compare, search, upper case, hexadecimal
 * to text and back, and block copies by words and by bytes, forwards and backwards.
 * SPDX-License-Identifier: ISC */
#include <stddef.h>

#include "bench.h"

#define SIZE 768

static char from[SIZE], to[SIZE];

static size_t length(const char *s)
{
    const char *p = s;

    while (*p)
        p++;
    return (size_t)(p - s);
}

static char *copy(char *out, const char *s)
{
    while ((*out = *s++))
        out++;
    return out;
}

static int compare(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return (uint8_t)*a - (uint8_t)*b;
}

static const char *search(const char *s, const char *word)
{
    for (; *s; s++) {
        size_t i = 0;

        while (word[i] && s[i] == word[i])
            i++;
        if (!word[i])
            return s;
    }
    return NULL;
}

static void upper(char *s)
{
    for (; *s; s++)
        if (*s >= 'a' && *s <= 'z')
            *s = (char)(*s - 'a' + 'A');
}

static char *print_hex(char *out, uint32_t n)
{
    int shift = 28;

    while (shift > 0 && n >> shift == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        *out++ = "0123456789abcdef"[(n >> shift) & 0xF];
    *out = 0;
    return out;
}

static uint32_t read_hex(const char *s)
{
    uint32_t n = 0;

    for (;; s++) {
        if (*s >= '0' && *s <= '9')
            n = n * 16 + (uint32_t)(*s - '0');
        else if (*s >= 'a' && *s <= 'f')
            n = n * 16 + (uint32_t)(*s - 'a' + 10);
        else
            return n;
    }
}

static void copy_words(void *out, const void *in, size_t bytes)
{
    uint32_t *o = out;
    const uint32_t *i = in;

    for (size_t n = bytes / 4; n > 0; n--)
        *o++ = *i++;
}

/* Byte copy that stands overlap: backwards when the target lies behind. */
static void move(char *out, const char *in, size_t bytes)
{
    if (out <= in) {
        while (bytes-- > 0)
            *out++ = *in++;
    } else {
        while (bytes-- > 0)
            out[bytes] = in[bytes];
    }
}

static uint32_t pass(void)
{
    static const char *const words[] = {
        "gate", "house", "translation", "page", "map", "kernel", "user", "module"
    };
    char *end = from;
    uint32_t sum = 0, seed = 5;

    while (end < from + SIZE - 32) {
        uint32_t r = lcg(&seed);

        end = copy(end, words[r & 7]);
        *end++ = ' ';
        if (r & 0x100)
            end = print_hex(end, r >> 4);
        *end++ = ' ';
    }
    *end = 0;
    sum = fold(sum, (uint32_t)length(from));
    sum = fold(sum, (uint32_t)(search(from, "kernel map") != NULL));
    sum = fold(sum, (uint32_t)(search(from, "translation  gate  ho") != NULL));
    for (const char *p = from; *p; p++)
        if (p[0] == ' ' && p[1] >= '0' && p[1] <= '9')
            sum = fold(sum, read_hex(p + 1));
    copy_words(to, from, SIZE);
    sum = fold(sum, (uint32_t)compare(from, to));
    move(to + 5, to, 256);
    move(to + 300, to + 310, 256);
    upper(to);
    for (int i = 0; i < SIZE; i++)
        sum = fold(sum, (uint8_t)to[i]);
    return sum;
}

const struct bench bench = { .name = "string", .passes = 4, .expect = 0x5051EE54, .pass = pass };

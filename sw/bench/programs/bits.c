/* Bits: count, reverse, find the highest, parity, Gray code, Morton code and a
 * bit set worked through by its lowest member; shifts and logic almost alone.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define WORDS 64

static uint32_t set[WORDS];

static unsigned population(uint32_t x)
{
    x -= (x >> 1) & 0x55555555u;
    x = (x & 0x33333333u) + ((x >> 2) & 0x33333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0Fu;
    return (x * 0x01010101u) >> 24;
}

static uint32_t reverse(uint32_t x)
{
    x = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
    x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
    x = ((x >> 4) & 0x0F0F0F0Fu) | ((x & 0x0F0F0F0Fu) << 4);
    x = ((x >> 8) & 0x00FF00FFu) | ((x & 0x00FF00FFu) << 8);
    return (x >> 16) | (x << 16);
}

static unsigned highest(uint32_t x)
{
    unsigned n = 0;

    for (unsigned step = 16; step > 0; step /= 2)
        if (x >> step) {
            x >>= step;
            n += step;
        }
    return n;
}

static uint32_t gray_to_binary(uint32_t x)
{
    for (unsigned step = 1; step < 32; step *= 2)
        x ^= x >> step;
    return x;
}

/* Puts a zero before each of the lower 16 bits. */
static uint32_t spread(uint32_t x)
{
    x &= 0xFFFF;
    x = (x | (x << 8)) & 0x00FF00FFu;
    x = (x | (x << 4)) & 0x0F0F0F0Fu;
    x = (x | (x << 2)) & 0x33333333u;
    return (x | (x << 1)) & 0x55555555u;
}

static uint32_t pass(void)
{
    uint32_t sum = 0, seed = 31;

    for (int i = 0; i < WORDS; i++)
        set[i] = lcg(&seed) ^ (lcg(&seed) << 16);
    for (int i = 0; i < WORDS; i++) {
        uint32_t x = set[i];

        sum = fold(sum, population(x));
        sum = fold(sum, reverse(x));
        sum = fold(sum, highest(x >> (i & 15)));
        sum = fold(sum, gray_to_binary(x));
        sum = fold(sum, spread(x) | (spread(x >> 16) << 1));
    }
    for (int i = 0; i < WORDS; i += 4)
        for (uint32_t x = set[i]; x; x &= x - 1)
            sum += population((x & -x) - 1);
    return sum;
}

const struct bench bench = { .name = "bits", .passes = 14, .expect = 0xFE3B1D41, .pass = pass };

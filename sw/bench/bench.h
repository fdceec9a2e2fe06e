/* The interface between a benchmark program and what runs it. A program is one
 * file that defines `bench`: a pass that starts from fixed data, does the work
 * once and returns a sum over its results. The same file is built for the
 * machine and for the host; the sum must equal `expect` on both.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_H
#define GATEHOUSE_BENCH_H

#include <stdint.h>

struct bench {
    const char *name;
    unsigned passes;          /* measured passes in a full run: about 200,000 instructions */
    uint32_t expect;          /* what each pass returns */
    uint32_t (*pass)(void);
};

extern const struct bench bench;

/* The generator behind all made-up input: Numerical Recipes' 32-bit LCG. */
static inline uint32_t lcg(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Folds a value into a sum so that order matters. */
static inline uint32_t fold(uint32_t sum, uint32_t value)
{
    return ((sum << 5) | (sum >> 27)) ^ value;
}

#endif

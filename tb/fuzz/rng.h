/* Random numbers for what tests by chance: splitmix64, the same on every host. A seed
 * is the whole state, so a program is repeated by its seed alone.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_RNG_H
#define GATEHOUSE_FUZZ_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
    uint64_t state;
};

static inline uint64_t rng_mixed(struct rng *r)
{
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    return (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
}

static inline uint32_t rng_word(struct rng *r)
{
    uint64_t z = rng_mixed(r);

    return (uint32_t)(z >> 32 ^ z);
}

/* 64 bits */
static inline uint64_t rng_long(struct rng *r)
{
    uint64_t z = rng_mixed(r);

    return z ^ z >> 31;
}

/* 0 to n - 1; n is not 0. */
static inline uint32_t rng_below(struct rng *r, uint32_t n)
{
    return (uint32_t)((uint64_t)rng_word(r) * n >> 32);
}

/* True in `percent` of 100 cases. */
static inline bool rng_chance(struct rng *r, uint32_t percent)
{
    return rng_below(r, 100) < percent;
}

#define RNG_PICK(r, array) ((array)[rng_below(r, sizeof(array) / sizeof((array)[0]))])

#endif

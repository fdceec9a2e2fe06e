/* A random program: the content of DRAM at reset and the conditions of its run.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_PROGRAM_H
#define GATEHOUSE_FUZZ_PROGRAM_H

#include <stdint.h>
#include <string.h>

#include "layout.h"

struct program {
    uint64_t seed;
    unsigned latency;      /* of DRAM, in cycles */
    uint32_t instructions; /* to run, at most */
    uint8_t dram[FUZZ_DRAM_BYTES];
};

/* The program that a seed stands for. */
void program_generate(struct program *p, uint64_t seed);

/* Physical addresses, multiples of 4, in DRAM. */
static inline void program_poke(struct program *p, uint32_t address, uint32_t word)
{
    memcpy(p->dram + (address - FUZZ_DRAM), &word, 4);
}

static inline uint32_t program_peek(const struct program *p, uint32_t address)
{
    uint32_t word;

    memcpy(&word, p->dram + (address - FUZZ_DRAM), 4);
    return word;
}

#endif

/* For libraries and those who use them: the table at a library's beginning
 * tells, for each function, how far from the table it is.
 * SPDX-License-Identifier: ISC */
#ifndef LIBRARY_H
#define LIBRARY_H

#include "gatehouse.h"

/* In a library: LIBRARY(f, g, h) */
#define LIBRARY_ENTRY(f) ".word " #f " - table\n\t"
#define LIBRARY(f, g) \
    asm(".section .table, \"a\"\n\t.globl table\ntable:\n\t" LIBRARY_ENTRY(f) LIBRARY_ENTRY(g) \
        ".text")

/* In a module: the i-th function of the library at `base`. */
static inline uint32_t (*library_function(uint32_t base, uint32_t i))(uint32_t)
{
    return (uint32_t(*)(uint32_t))(base + ((const uint32_t *)base)[i]);
}

#endif

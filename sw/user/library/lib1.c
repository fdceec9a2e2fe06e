/* Library 1, used by modules A and B.
 * SPDX-License-Identifier: ISC */
#include "library.h"

uint32_t square(uint32_t x);
uint32_t square(uint32_t x)
{
    return x * x;
}

/* A constant of the library's own, reached from wherever the library lies. */
uint32_t prime(uint32_t i);
uint32_t prime(uint32_t i)
{
    static const uint16_t primes[] = {2, 3, 5, 7, 11, 13, 17, 19};
    return primes[i % 8];
}

LIBRARY(square, prime);

/* Library 2, used by module B alone. More than a page.
 * SPDX-License-Identifier: ISC */
#include "library.h"

uint32_t cube(uint32_t x);
uint32_t cube(uint32_t x)
{
    return x * x * x;
}

static const uint32_t table_of_zeros[1500] = {[1400] = 1400};

uint32_t look_up(uint32_t i);
uint32_t look_up(uint32_t i)
{
    return table_of_zeros[i % 1500];
}

LIBRARY(cube, look_up);

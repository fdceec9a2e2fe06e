/* Work that takes several quanta: it ends, whoever else spins.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

int main(uint32_t arg)
{
    uint32_t x = arg;
    for (uint32_t step = 1; step <= 4; step++) {
        for (uint32_t i = 0; i < 6000; i++)
            x = x * 1664525 + 1013904223;
        printf("step %u: %08x\n", step, x);
    }
    return 0;
}

/* mhpmcounter9 to 12 count cache misses of code and data, mispredicted jumps, and idle cycles.
 * Machine: RTL
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(division, "divu a0, a0, a1");

int main(void)
{
    uint32_t code = READ(mhpmcounter9), data = READ(mhpmcounter10), jumps = READ(mhpmcounter11);
    uint32_t idle = READ(mhpmcounter12);
    asm volatile("fence.i");
    volatile uint32_t *p = (volatile uint32_t *)(DRAM + MEGA);
    for (uint32_t i = 0; i < 64; i++) /* 64 lines far apart */
        (void)p[i * 1040];
    for (uint32_t i = 0; i < 64; i++) { /* a branch without a pattern to hold on to */
        if (i * 0x9e3779b1u >> 31)
            asm volatile("nop");
    }
    go(M, division, 0xffffffff, 3, 0);
    TRUE(READ(mhpmcounter9) - code >= 1);
    TRUE(READ(mhpmcounter10) - data >= 60);
    TRUE(READ(mhpmcounter11) - jumps >= 1);
    TRUE(READ(mhpmcounter12) - idle >= 100);
    return 0;
}

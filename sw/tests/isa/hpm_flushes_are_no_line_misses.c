/* A flush of the TLB is counted as one, and not as a line missed by the instruction or the data cache, in whatever order the
 * counters' turns come then.
 * Machine: RTL
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define NOP 0x00000013
#define CSRR_A1(number) ((uint32_t)(number) << 20 | 0x000025f3u)
#define HPM(n) (0xb00u + (n))

int main(void)
{
    static const struct {
        unsigned counter, counts;
    } cases[] = {{6, 1}, {9, 0}, {10, 0}};
    static volatile uint32_t code[64];

    for (unsigned c = 0; c < sizeof cases / sizeof *cases; c++)
        for (unsigned nops = 0; nops < 32; nops++) {
            volatile uint32_t *at = code;
            *at++ = CSRR_A0(HPM(cases[c].counter));
            *at++ = 0x12000073; /* sfence.vma */
            for (unsigned i = 0; i < nops; i++)
                *at++ = NOP;
            *at++ = CSRR_A1(HPM(cases[c].counter));
            *at++ = 0x00008067; /* ret */
            asm volatile("fence.i" ::: "memory");
            for (unsigned round = 0; round < 2; round++) { /* the lines are there the second time */
                register uint32_t a0 asm("a0"), a1 asm("a1");
                asm volatile("jalr ra, 0(%2)" : "=r"(a0), "=r"(a1) : "r"(code) : "ra", "memory");
                uint32_t counted = a1 - a0;
                if (round || cases[c].counts)
                    EQ(counted, cases[c].counts);
            }
        }
    return 0;
}

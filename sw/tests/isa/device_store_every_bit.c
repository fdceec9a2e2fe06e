/* A store to a device brings all bits of the word, each alone and all but each, however long it waits for the bus: the
 * line of code that it is in is being fetched.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define CODE 0x80400000u
#define NOP 0x00000013
#define NOPS 8u

static const uint32_t code[] = {
    0x00b52023, /* sw a1, 0(a0) */
    0x00052583, /* lw a1, 0(a0) */
    0x00008067, /* ret */
};

static void stored(uint32_t value)
{
    register volatile uint32_t *a0 asm("a0") = &CLINT_MTIMECMP;
    register uint32_t a1 asm("a1") = value;

    asm volatile("fence.i; jalr ra, 0(%2)" : "+r"(a1) : "r"(a0), "r"(CODE) : "ra", "memory");
    EQ(a1, value);
}

int main(void)
{
    volatile uint32_t *at = (volatile uint32_t *)CODE;

    for (unsigned nops = 0; nops < NOPS; nops++) {
        for (unsigned i = 0; i < sizeof code / sizeof *code; i++)
            at[nops + i] = code[i];
        for (uint32_t bit = 1; bit; bit <<= 1) {
            stored(bit);
            stored(~bit);
        }
        at[nops] = NOP;
    }
    return 0;
}

/* A trap to M goes to mtvec's base anywhere in 1 GiB of DRAM, though one other CSR or two were written meanwhile.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define JR_T5 0x000f0067u

static void to_m(uint32_t base)
{
    uint32_t saved;

    *(volatile uint32_t *)base = JR_T5;
    asm volatile("fence.i" ::: "memory");
    asm volatile("csrrw %0, mtvec, %1; csrw mcause, x0; lla t5, 1f; ecall; 1: csrw mtvec, %0"
                 : "=&r"(saved) : "r"(base) : "t5", "memory");
    EQ(READ(mcause), CAUSE_ECALL_M);
    asm volatile("csrrw %0, mtvec, %1; csrw mcause, x0; csrw mscratch, %1; lla t5, 1f; ecall; 1: csrw mtvec, %0"
                 : "=&r"(saved) : "r"(base) : "t5", "memory");
    EQ(READ(mcause), CAUSE_ECALL_M);
}

int main(void)
{
    for (uint32_t bit = 4; bit < 1u << 30; bit <<= 1) {
        to_m(DRAM + (0x20000000 | bit));
        to_m(DRAM + (0x3ffffffc & ~bit));
    }
    return 0;
}

/* Gate calls with a wild stack pointer: the gate works, and sp is as it was.
 * Then a fault with one. Argument: 1 faults without a handler.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static uint32_t with_sp(uint32_t sp)
{
    register uint32_t a0 asm("a0") = sp;
    asm volatile("mv s11, sp\n\t"
                 "mv sp, a0\n\t" GATE_CALL "\n\t"
                 "mv a0, sp\n\t"
                 "mv sp, s11"
                 : "+r"(a0)
                 : [gate] "i"(GATE_yield)
                 : "s11", "a1", "a2", "a3", "a4", "a5", "a6", "a7", GATE_SPOILS);
    return a0;
}

int main(uint32_t arg)
{
    static const uint32_t wild[] = {0, 1, 0x1000, 0x80000000, 0x8000E800, 0x80100000, 0xF0C00000,
                                    0xFFFFFFFF, 0x7FFFFFFF, 0x50000001};
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < sizeof wild / sizeof *wild; i++)
        wrong += with_sp(wild[i]) != wild[i];
    printf("%u stack pointers wrong\n", wrong);
    if (arg == 1)
        asm volatile("li sp, 0x80100000\n\tsw zero, 0(sp)" ::: "memory");
    return wrong != 0;
}

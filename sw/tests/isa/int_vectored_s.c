/* stvec in vectored mode: delegated interrupts go to base + 4 * cause, delegated exceptions to
 * base (privileged manual 4.1.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

asm(".balign 256\n.globl vectors\nvectors:\n.rept 12\njal t3, 1f\n.endr\n1: la t4, vector_link\n"
    "sw t3, 0(t4)\nj rt_trap_s");
extern char vectors[];
volatile uint32_t vector_link;

int main(void)
{
    static const uint8_t all[] = {INT_SSI, INT_STI, INT_SEI};
    quiet();
    WRITE(mideleg, 0x222);
    WRITE(medeleg, 1u << CAUSE_ECALL_U);
    WRITE(stvec, (uint32_t)vectors | 1);
    EQ(READ(stvec), (uint32_t)vectors | 1);
    for (unsigned i = 0; i < 3; i++) {
        pend(all[i], 1);
        WRITE(mie, 1u << all[i]);
        for (enum mode mode = U; mode <= S; mode++) {
            wait_in(mode, 1);
            interrupted(S, all[i], mode);
            EQ((vector_link - (uint32_t)vectors) / 4 - 1, all[i]);
        }
        pend(all[i], 0);
    }
    go(U, do_ecall, 0, 0, 0);
    EQ((vector_link - (uint32_t)vectors) / 4 - 1, 0);
    return 0;
}

/* mtvec in vectored mode: interrupts go to base + 4 * cause, exceptions to base (privileged
 * manual 3.1.7).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

asm(".balign 256\n.globl vectors\nvectors:\n.rept 12\njal t3, 1f\n.endr\n1: la t4, vector_link\n"
    "sw t3, 0(t4)\nj rt_trap_m");
extern char vectors[];
volatile uint32_t vector_link;

int main(void)
{
    static const uint8_t all[] = {INT_SSI, INT_MSI, INT_STI, INT_MTI, INT_SEI, INT_MEI};
    quiet();
    WRITE(mtvec, (uint32_t)vectors | 1);
    EQ(READ(mtvec), (uint32_t)vectors | 1);
    for (unsigned i = 0; i < 6; i++) {
        pend(all[i], 1);
        WRITE(mie, 1u << all[i]);
        for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1) {
            wait_in(mode, 1);
            interrupted(M, all[i], mode);
            EQ((vector_link - (uint32_t)vectors) / 4 - 1, all[i]);
        }
        pend(all[i], 0);
    }
    go(U, do_ecall, 0, 0, 0);
    EQ((vector_link - (uint32_t)vectors) / 4 - 1, 0);
    go(M, do_jump, 2, 0, 0);
    EQ((vector_link - (uint32_t)vectors) / 4 - 1, 0);
    return 0;
}

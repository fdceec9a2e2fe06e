/* An instruction that traps does not retire: ecall, ebreak, illegal ones and faults count
 * nothing; xRET counts one.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

asm(".balign 4\n.globl skip\nskip: csrr t0, mepc\naddi t0, t0, 4\ncsrw mepc, t0\nmret");
extern char skip[];
#define AROUND(name, code) \
    SNIPPET(name, "csrrw a2, mtvec, a1\ncsrr a0, minstret\n" code "\ncsrr a1, minstret\n" \
            "csrw mtvec, a2\nsub a0, a1, a0\n")
AROUND(around_nop, "nop");
AROUND(around_ecall, "li t1, 0x1800\ncsrs mstatus, t1\necall");
AROUND(around_ebreak, "ebreak");
AROUND(around_illegal, ".word 0xffffffff");
AROUND(around_load, "lw t1, 0(x0)");

int main(void)
{
    go(M, around_nop, 0, (uint32_t)skip, 0);
    EQ(out.a0, 2);
    /* the four of the handler, and the first read */
    go(M, around_ebreak, 0, (uint32_t)skip, 0);
    EQ(out.a0, 5);
    go(M, around_illegal, 0, (uint32_t)skip, 0);
    EQ(out.a0, 5);
    go(M, around_load, 0, (uint32_t)skip, 0);
    EQ(out.a0, 5);
    go(M, around_ecall, 0, (uint32_t)skip, 0);
    EQ(out.a0, 8);
    return 0;
}

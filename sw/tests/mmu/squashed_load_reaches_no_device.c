/* A load of the PLIC's claim register on a path not taken does not claim: behind a branch, a
 * slow branch, a trap and a return.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(branch, "beqz x0, 1f\nlw a1, 0(a0)\n1: nop");
SNIPPET(slow_branch, "li a1, 9\ndivu a1, a1, a1\nbnez a1, 1f\nlw a1, 0(a0)\n1: nop");
SNIPPET(ecall_first, "ecall\nlw a1, 0(a0)");
SNIPPET(fault_first, "lw a1, 0(x0)\nlw a1, 0(a0)");
SNIPPET(jump, "la a2, 1f\njr a2\nlw a1, 0(a0)\n1: nop");
SNIPPET(loaded_branch, "auipc a2, 0\nlw a2, 0(a2)\nbnez a2, 1f\nlw a1, 0(a0)\n1: nop");

int main(void)
{
    static snippet *const code[] = {branch, slow_branch, ecall_first, fault_first, jump,
                                    loaded_branch};
    pte *root = map_start();
    map_page(root, VA, PPN(0x0c201000), S_RWX);
    fence_all();
    plic_route(1);
    uart_line(1);
    for (unsigned i = 0; i < 12; i++) {
        go(S, code[i % 6], VA + 4, 0, 0);
        EQ(PLIC_PENDING >> UART_IRQ & 1, 1);
    }
    go(S, do_lw, VA + 4, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, UART_IRQ);
    uart_line(0);
    PLIC_CLAIM(1) = UART_IRQ;
    return 0;
}

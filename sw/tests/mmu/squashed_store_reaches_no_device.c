/* A store to a device or to memory on a path not taken writes nothing.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(branch, "beqz x0, 1f\nsw a1, 0(a0)\n1: nop");
SNIPPET(slow_branch, "li a2, 9\ndivu a2, a2, a2\nbnez a2, 1f\nsw a1, 0(a0)\n1: nop");
SNIPPET(ecall_first, "ecall\nsw a1, 0(a0)");
SNIPPET(fault_first, "lw a2, 0(x0)\nsw a1, 0(a0)");
SNIPPET(illegal_first, ".word 0\nsw a1, 0(a0)");

int main(void)
{
    static snippet *const code[] = {branch, slow_branch, ecall_first, fault_first, illegal_first};
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, PPN(0x02000000), S_RWX);
    map_page(root, VA2, ppn, S_RWX);
    fence_all();
    CLINT_MSIP = 0;
    for (unsigned i = 0; i < 10; i++) {
        go(S, code[i % 5], VA, 1, 0);
        EQ(CLINT_MSIP, 0);
        go(S, code[i % 5], VA2, 1, 0);
        EQ(WORD(ppn, 0), MARK_WORD(1));
    }
    return 0;
}

/* A device store older than a faulting load has happened when the fault is taken; a younger one
 * has not.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(store_fault, "sw a1, 0(a0)\nlw a1, 0(a2)");
SNIPPET(fault_store, "lw a3, 0(a2)\nsw a1, 0(a0)");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, PPN(0x02000000), PTE_V | PTE_R | PTE_W | AD);
    fence_all();
    CLINT_MSIP = 0;
    go(S, store_fault, VA, 1, VA2);
    TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)store_fault + 4, VA2);
    EQ(CLINT_MSIP, 1);
    go(S, fault_store, VA, 0, VA2);
    TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)fault_store, VA2);
    EQ(CLINT_MSIP, 1);
    CLINT_MSIP = 0;
    return 0;
}

/* Loads and stores of mapped device registers work, in S and U, as the entry permits.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, PPN(0x02000000), PTE_V | PTE_R | PTE_W | AD);
    map_page(root, VA2, PPN(0x02000000), PTE_V | PTE_R | AD | PTE_U);
    fence_all();
    go(S, do_sw, VA, 1, 0);
    ENDED_WELL(S);
    EQ(CLINT_MSIP, 1);
    go(U, do_lw, VA2, 0, 0);
    ENDED_WELL(U);
    EQ(out.a0, 1);
    EQ(TOUCH(U, STORE, VA2), CAUSE_STORE_PAGE);
    EQ(CLINT_MSIP, 1);
    go(S, do_sw, VA, 0, 0);
    EQ(CLINT_MSIP, 0);
    return 0;
}

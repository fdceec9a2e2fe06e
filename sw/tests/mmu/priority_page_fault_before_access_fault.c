/* A leaf without the permission whose frame is not there: the page fault comes first (the walk
 * ends before the access).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, PPN(DRAM_END), PTE_V | PTE_R | AD);
    map_page(root, VA2, PPN(DRAM_END), S_RWX);
    fence_all();
    EQ(TOUCH(S, STORE, VA), CAUSE_STORE_PAGE);
    EQ(TOUCH(S, FETCH, VA), CAUSE_FETCH_PAGE);
    EQ(TOUCH(S, LOAD, VA), CAUSE_LOAD_ACCESS);
    EQ(TOUCH(U, LOAD, VA2), CAUSE_LOAD_PAGE);
    return 0;
}

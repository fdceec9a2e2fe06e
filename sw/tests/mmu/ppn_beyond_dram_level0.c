/* A leaf whose frame lies beyond DRAM: the access fault of the access's type, not a page fault.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, PPN(DRAM_END), S_RWX);
    map_page(root, VA2, PPN(DRAM_END), U_RWX);
    fence_all();
    all_access_fault(S, VA);
    all_access_fault(U, VA2);
    all_access_fault(S, VA + PAGE - 4);
    return 0;
}

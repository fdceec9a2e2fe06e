/* A 4 MiB leaf whose frame lies beyond DRAM: the access fault of the access's type.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_mega(root, VA, PPN(DRAM_END), S_RWX);
    map_mega(root, VA2, PPN(DRAM_END), U_RWX);
    fence_all();
    all_access_fault(S, VA);
    all_access_fault(S, VA + MEGA_LAST);
    all_access_fault(U, VA2 + MEGA_SIXTH);
    return 0;
}

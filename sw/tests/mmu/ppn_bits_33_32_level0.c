/* Physical bits 33:32 count: a leaf with them set reaches nothing, not the DRAM 4, 8 or 12 GiB
 * below.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(30);
    for (uint32_t high = 1; high < 4; high++) {
        map_page(root, VA, ppn | high << 20, S_RWX);
        map_page(root, VA2, ppn | high << 20, U_RWX);
        fence_all();
        all_access_fault(S, VA);
        all_access_fault(U, VA2);
        EQ(WORD(ppn, 0), MARK_WORD(30));
    }
    return 0;
}

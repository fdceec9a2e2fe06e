/* Physical bits 33:32 count for devices too: a CLINT page with them set is an access fault, and
 * a store to it changes no register.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    CLINT_MSIP = 0;
    for (uint32_t high = 1; high < 4; high++) {
        map_page(root, VA, PPN(0x02000000) | high << 20, S_RWX);
        fence_all();
        all_access_fault(S, VA);
        EQ(CLINT_MSIP, 0);
    }
    return 0;
}

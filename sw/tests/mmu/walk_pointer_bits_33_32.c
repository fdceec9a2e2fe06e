/* Bits 33:32 of a pointer count: the walk is an access fault, it does not wrap into DRAM.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    uint32_t good = *root_entry(root, VA);
    for (uint32_t high = 1; high < 4; high++) {
        *root_entry(root, VA) = good | high << 30;
        fence_all();
        all_access_fault(S, VA);
    }
    *root_entry(root, VA) = good;
    EQ(TOUCH(S, LOAD, VA), OK);
    return 0;
}

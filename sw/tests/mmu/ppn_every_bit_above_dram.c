/* Each bit of an entry's frame number above DRAM's counts, in a pointer, a 4 KiB and a 4 MiB leaf:
 * one of them changed, and an access is an access fault of its type.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t table = mega_frame(2, 1), mega = mega_frame(0, 2); /* no device lies so far from 0 */
    for (uint32_t i = 0; i < PAGE / 4; i++)
        WORD(table, 4 * i) = ENTRY(mega, S_RWX);
    for (uint32_t bit = PPN(DRAM_END - DRAM); bit < 1u << SATP_ASID_SHIFT; bit <<= 1) {
        pte *pointer = root_entry(root, VA);
        *pointer = ENTRY(table, PTE_V);
        map_page(root, VA2, mega ^ bit, S_RWX);
        map_mega(root, VA2 + MEGA, mega ^ bit, S_RWX);
        fence_all();
        EQ(TOUCH(S, LOAD, VA), OK);
        *pointer = ENTRY(table ^ bit, PTE_V);
        fence_all();
        all_access_fault(S, VA);
        all_access_fault(S, VA2);
        all_access_fault(S, VA2 + MEGA);
    }
    return 0;
}

/* A 4 MiB leaf with A=0 faults every kind of access and is not written (Svade; privileged manual
 * 4.3.2, step 7).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 1), S_RWX & ~PTE_A);
    fence_all();
    uint32_t before = *entry;
    all_page_fault(S, VA);
    all_page_fault(S, VA + MEGA_LAST);
    EQ(*entry, before);
    set_flags(entry, (U_RWX & ~AD));
    all_page_fault(U, VA);
    EQ(*entry & AD, 0);
    return 0;
}

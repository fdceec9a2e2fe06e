/* W=1 with R=0 in a root entry is reserved, neither leaf nor pointer: every access faults
 * (privileged manual 4.3.2, step 3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 1), PTE_V);
    set_flags(entry, PTE_V | PTE_W | AD);
    all_page_fault(S, VA);
    set_flags(entry, PTE_V | PTE_W | PTE_X | AD);
    all_page_fault(S, VA);
    set_flags(entry, PTE_V | PTE_W | PTE_X | AD | PTE_U);
    all_page_fault(U, VA);
    /* as a pointer it would lead to a good leaf */
    map_page(root, VA2, frame(2), S_RWX);
    *root_entry(root, VA2) |= PTE_W;
    fence_all();
    all_page_fault(S, VA2);
    *root_entry(root, VA2) |= PTE_X;
    fence_all();
    all_page_fault(S, VA2);
    return 0;
}

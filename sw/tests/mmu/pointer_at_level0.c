/* A last-level entry with R=W=X=0 would be a pointer, and there is no further level: page fault
 * (privileged manual 4.3.2, step 4).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t next = frame(3);
    pte *entry = map_page(root, VA, next, PTE_V);
    /* what it points at would be a good leaf */
    for (unsigned i = 0; i < 8; i++)
        WORD(next, 4 * i) = ENTRY(frame(4), S_RWX);
    fence_all();
    all_page_fault(S, VA);
    all_page_fault(U, VA);
    set_flags(entry, PTE_V | AD);
    all_page_fault(S, VA);
    set_flags(entry, PTE_V | AD | PTE_U);
    all_page_fault(U, VA);
    set_flags(entry, PTE_V | PTE_G);
    all_page_fault(S, VA);
    return 0;
}

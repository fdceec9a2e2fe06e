/* A pointer entry with U set is reserved: page fault for every access below it (privileged
 * manual 4.3.1: D, A and U are reserved in non-leaf entries and must be cleared).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(5), S_RWX);
    map_page(root, VA2, frame(6), U_RWX);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(U, LOAD, VA2), OK);
    *root_entry(root, VA) |= PTE_U;
    *root_entry(root, VA2) |= PTE_U;
    fence_all();
    all_page_fault(S, VA);
    all_page_fault(U, VA2);
    *root_entry(root, VA) &= ~PTE_U;
    fence_all();
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(5));
    return 0;
}

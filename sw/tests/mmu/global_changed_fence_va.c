/* A global leaf changed and fenced for its address, all ASIDs: never the old frame, at both
 * levels.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(38), S_RWX | PTE_G);
    pte *mega = map_mega(root, VA2, mega_frame(0, 50), S_RWX | PTE_G);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(S, FETCH, VA), OK);
    EQ(TOUCH(S, LOAD, VA2), OK);
    *entry = ENTRY(frame(39), S_RWX | PTE_G);
    *mega = ENTRY(mega_frame(1, 60), S_RWX | PTE_G);
    asm volatile("sfence.vma %0, x0" ::"r"(VA) : "memory");
    asm volatile("sfence.vma %0, x0" ::"r"(VA2) : "memory");
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(39));
    EQ(TOUCH(S, FETCH, VA), OK);
    EQ(out.a0, 39);
    EQ(TOUCH(S, LOAD, VA2), OK);
    EQ(out.a0, MARK_WORD(60));
    return 0;
}

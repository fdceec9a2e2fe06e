/* A global leaf changed and fenced for all addresses and all ASIDs: never the old frame.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(38), S_RWX | PTE_G);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(S, FETCH, VA), OK);
    *entry = ENTRY(frame(39), S_RWX | PTE_G);
    asm volatile("sfence.vma" ::: "memory");
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(39));
    EQ(TOUCH(S, FETCH, VA), OK);
    EQ(out.a0, 39);
    return 0;
}

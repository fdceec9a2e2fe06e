/* A leaf below a pointer with G set is global (privileged manual 4.3.1): after a fence of all
 * ASIDs it is gone as any other.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(38), S_RWX);
    *root_entry(root, VA) |= PTE_G;
    EQ(TOUCH(S, LOAD, VA), OK);
    *entry = ENTRY(frame(39), S_RWX);
    asm volatile("sfence.vma %0, x0" ::"r"(VA) : "memory");
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(39));
    *entry = ENTRY(frame(40), S_RWX);
    asm volatile("sfence.vma" ::: "memory");
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(40));
    return 0;
}

/* A 4 MiB leaf replaced by a table of pages, fenced by address: every page is the new one.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_mega(root, VA, mega_frame(0, 3), S_RWX);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(S, LOAD, VA + MEGA_SIXTH), OK);
    *root_entry(root, VA) = 0;
    map_page(root, VA, frame(4), S_RWX);
    map_page(root, VA + MEGA_SIXTH, frame(5), S_RWX);
    asm volatile("sfence.vma %0, x0" ::"r"(VA) : "memory");
    asm volatile("sfence.vma %0, x0" ::"r"(VA + MEGA_SIXTH) : "memory");
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(4));
    EQ(TOUCH(S, LOAD, VA + MEGA_SIXTH), OK);
    EQ(out.a0, MARK_WORD(5));
    return 0;
}

/* A pointer entry cleared and fenced takes all pages below with it; so does a 4 MiB leaf.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    map_page(root, VA + PAGE, frame(2), S_RWX);
    map_mega(root, VA2, mega_frame(0, 3), S_RWX);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(S, FETCH, VA + PAGE), OK);
    EQ(TOUCH(S, LOAD, VA2), OK);
    EQ(TOUCH(S, FETCH, VA2 + MEGA_SIXTH), OK);
    *root_entry(root, VA) = 0;
    *root_entry(root, VA2) = 0;
    fence_all();
    all_page_fault(S, VA);
    all_page_fault(S, VA + PAGE);
    all_page_fault(S, VA2);
    all_page_fault(S, VA2 + MEGA_SIXTH);
    return 0;
}

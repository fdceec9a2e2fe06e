/* A table of pages replaced by a 4 MiB leaf and fenced: every page is the new one.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(4), S_RWX);
    map_page(root, VA + MEGA_SIXTH, frame(5), S_RWX);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(TOUCH(S, FETCH, VA + MEGA_SIXTH), OK);
    map_mega(root, VA, mega_frame(0, 6), S_RWX);
    fence_all();
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(6));
    EQ(TOUCH(S, FETCH, VA + MEGA_SIXTH), OK);
    EQ(out.a0, 7);
    return 0;
}

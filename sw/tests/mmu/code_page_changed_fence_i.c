/* A store to a page of code, seen by the fetch behind fence.i, in S through the same address.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(patch_run, "sw a1, 0(a0)\nfence.i\njr a0");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    map_mega(root, VA2, mega_frame(0, 2), S_RWX);
    for (uint32_t i = 10; i < 14; i++) {
        EQ(TOUCH(S, FETCH, VA), OK);
        go(S, patch_run, VA, MARK_WORD(i), 0);
        ENDED_WELL(S);
        EQ(out.a0, i);
        EQ(TOUCH(S, FETCH, VA2 + MEGA_LAST), OK);
        go(S, patch_run, VA2 + MEGA_LAST, MARK_WORD(i), 0);
        ENDED_WELL(S);
        EQ(out.a0, i);
    }
    return 0;
}

/* Without fence.i the fetch may give the old word or the new one, nothing else; behind fence.i
 * the new one.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(patch_run, "sw a1, 0(a0)\njr a0");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    fence_all();
    for (uint32_t i = 10; i < 14; i++) {
        EQ(TOUCH(S, FETCH, VA), OK);
        uint32_t old = out.a0;
        go(S, patch_run, VA, MARK_WORD(i), 0);
        ENDED_WELL(S);
        TRUE(out.a0 == i || out.a0 == old);
        asm volatile("fence.i");
        EQ(TOUCH(S, FETCH, VA), OK);
        EQ(out.a0, i);
    }
    return 0;
}

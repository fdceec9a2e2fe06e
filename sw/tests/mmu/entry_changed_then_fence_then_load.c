/* S changes the frame of a page just used, fences it and loads, with nothing in between: the new
 * frame.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(change_load, "lw a3, 0(a0)\nsw a2, 0(a1)\nsfence.vma a0\nlw a0, 0(a0)");
SNIPPET(change_jump, "lw a3, 0(a0)\nsw a2, 0(a1)\nsfence.vma a0\njr a0");

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(1), S_RWX);
    for (uint32_t i = 0; i < 6; i++) {
        EQ(TOUCH(S, FETCH, VA), OK);
        go(S, i & 1 ? change_jump : change_load, VA, (uint32_t)entry, ENTRY(frame(50 + i), S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, i & 1 ? 50 + i : MARK_WORD(50 + i));
    }
    return 0;
}

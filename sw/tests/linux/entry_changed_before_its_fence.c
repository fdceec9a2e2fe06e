/* A valid entry is changed, its page used, and only then fenced: until the fence the access may go
 * by either entry, after it by the new one. Load, store and fetch. For lockstep with --stale-maps.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(change_load_fence_load, "lw a3, 0(a0)\nsw a2, 0(a1)\nlw a2, 0(a0)\nsfence.vma a0\nlw a0, 0(a0)");
SNIPPET(change_store_fence_load, "sw a3, 8(a0)\nsw a2, 0(a1)\nsw a3, 8(a0)\nsfence.vma\nlw a0, 0(a0)");
SNIPPET(change_fence_jump, "lw a3, 0(a0)\nsw a2, 0(a1)\nlw a3, 0(a0)\nsfence.vma a0\njr a0");

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(40), S_RWX);

    for (uint32_t i = 1; i < 10; i++) {
        uint32_t leaf = ENTRY(frame(40 + i), S_RWX);

        EQ(TOUCH(S, i % 3 == 2 ? FETCH : LOAD, VA), OK);
        go(S, i % 3 == 0 ? change_load_fence_load : i % 3 == 1 ? change_store_fence_load
                                                               : change_fence_jump,
           VA, (uint32_t)entry, leaf);
        ENDED_WELL(S);
        if (i % 3 == 0)
            TRUE(out.a2 == MARK_WORD(39 + i) || out.a2 == MARK_WORD(40 + i));
        EQ(out.a0, i % 3 == 2 ? 40 + i : MARK_WORD(40 + i));
    }
    return 0;
}

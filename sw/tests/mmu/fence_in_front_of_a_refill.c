/* A load that misses 0 to 9 instructions behind a fence, the entry changed before it, both
 * caches cold and warm.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TRY(n) \
    SNIPPET(behind_##n, "lw a3, 0(a0)\nsw a2, 0(a1)\nsfence.vma\n.rept " #n "\nnop\n.endr\n" \
            "lw a0, 0(a0)")
TRY(0); TRY(1); TRY(2); TRY(3); TRY(4); TRY(5); TRY(6); TRY(7); TRY(8); TRY(9);

int main(void)
{
    static snippet *const code[] = {behind_0, behind_1, behind_2, behind_3, behind_4,
                                    behind_5, behind_6, behind_7, behind_8, behind_9};
    pte *root = map_start();
    uint32_t old = frame(1), new = frame(2);
    for (unsigned i = 0; i < 20; i++) {
        pte *entry = map_page(root, VA, old, S_RWX);
        fence_all();
        if (i >= 10)
            asm volatile("fence.i");
        go(S, code[i % 10], VA, (uint32_t)entry, ENTRY(new, S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(2));
    }
    return 0;
}

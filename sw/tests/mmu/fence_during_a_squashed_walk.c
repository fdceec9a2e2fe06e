/* A load on a path not taken may start a walk; a fence and a changed entry behind the branch win
 * over it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TRY(n) \
    SNIPPET(squash_##n, "beqz x0, 1f\nlw a3, 0(a0)\n1: .rept " #n "\nnop\n.endr\nsw a2, 0(a1)\n" \
            "sfence.vma\nlw a0, 0(a0)")
#define TRY_DIV(n) \
    SNIPPET(slow_##n, "li a3, 1\ndivu a4, a3, a3\nbnez a4, 1f\nlw a3, 0(a0)\n1: .rept " #n \
            "\nnop\n.endr\nsw a2, 0(a1)\nsfence.vma a0\nlw a0, 0(a0)")
TRY(0); TRY(1); TRY(2); TRY(3); TRY(5); TRY(8);
TRY_DIV(0); TRY_DIV(1); TRY_DIV(2); TRY_DIV(3); TRY_DIV(5); TRY_DIV(8);

int main(void)
{
    static snippet *const code[] = {squash_0, squash_1, squash_2, squash_3, squash_5, squash_8,
                                    slow_0, slow_1, slow_2, slow_3, slow_5, slow_8};
    pte *root = map_start();
    uint32_t old = frame(1), new = frame(2);
    for (unsigned i = 0; i < 36; i++) {
        pte *entry = map_page(root, VA, old, S_RWX);
        fence_all();
        go(S, code[i % 12], VA, (uint32_t)entry, ENTRY(new, S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(2));
    }
    return 0;
}

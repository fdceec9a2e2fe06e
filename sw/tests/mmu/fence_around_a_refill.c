/* A fence, in each form, 0 to 15 instructions behind a load that misses: what it fenced is never
 * seen again.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define TRY(n) \
    SNIPPET(refill_##n, "lw a3, 0(a0)\n.rept " #n " % 16\nnop\n.endr\nsw a2, 0(a1)\n" \
            ".if " #n " / 16 == 0\nsfence.vma\n.elseif " #n " / 16 == 1\nsfence.vma a0\n" \
            ".else\nli a4, 1\n.if " #n " / 16 == 2\nsfence.vma x0, a4\n.else\nsfence.vma a0, a4\n" \
            ".endif\n.endif\nlw a0, 0(a0)")
#define TRY4(a, b, c, d) TRY(a); TRY(b); TRY(c); TRY(d)
TRY4(0, 1, 2, 3); TRY4(4, 5, 7, 9); TRY4(11, 13, 14, 15);
TRY4(16, 17, 18, 19); TRY4(20, 21, 23, 25);
TRY4(32, 33, 34, 35); TRY4(36, 37, 39, 41);
TRY4(48, 49, 50, 51); TRY4(52, 53, 55, 57);

int main(void)
{
    static snippet *const code[] = {
        refill_0, refill_1, refill_2, refill_3, refill_4, refill_5, refill_7, refill_9, refill_11,
        refill_13, refill_14, refill_15, refill_16, refill_17, refill_18, refill_19, refill_20,
        refill_21,
        refill_23, refill_25, refill_32, refill_33, refill_34, refill_35, refill_36, refill_37,
        refill_39,
        refill_41, refill_48, refill_49, refill_50, refill_51, refill_52, refill_53, refill_55,
        refill_57,
    };
    pte *root = map_start();
    uint32_t old = frame(1), new = frame(2);
    for (unsigned i = 0; i < sizeof code / sizeof *code; i++) {
        pte *entry = map_page(root, VA, old, S_RWX);
        fence_all();
        go(S, code[i], VA, (uint32_t)entry, ENTRY(new, S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(2));
    }
    return 0;
}

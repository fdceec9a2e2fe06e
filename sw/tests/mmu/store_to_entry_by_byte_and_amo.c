/* An entry made valid by a byte store, a half-word store and an AMO is seen by the next
 * instruction's walk.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(byte_load, "sb a2, 0(a1)\nlw a0, 0(a0)");
SNIPPET(half_load, "sh a2, 0(a1)\nlw a0, 0(a0)");
SNIPPET(amo_load, "amoor.w x0, a2, (a1)\nlw a0, 0(a0)");
SNIPPET(sc_load, "lr.w a3, (a1)\nsc.w a3, a2, (a1)\nlw a0, 0(a0)");

int main(void)
{
    static snippet *const code[] = {byte_load, half_load, amo_load, sc_load};
    pte *root = map_start();
    for (uint32_t i = 0; i < 4; i++) {
        pte *entry = map_page(root, VA + i * PAGE, frame(50 + i), 0);
        go(S, code[i], VA + i * PAGE, (uint32_t)entry, *entry | S_RWX);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(50 + i));
    }
    return 0;
}

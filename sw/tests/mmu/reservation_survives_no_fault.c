/* LR, then a faulting LR, SC, AMO, load or fetch elsewhere: the first reservation is gone.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(then_sc, "lr.w a2, (a0)\nsc.w a2, a2, (a1)");
SNIPPET(then_amo, "lr.w a2, (a0)\namoadd.w a2, a2, (a1)");
SNIPPET(then_load, "lr.w a2, (a0)\nlw a2, 0(a1)");
SNIPPET(then_jump, "lr.w a2, (a0)\njr a1");
SNIPPET(then_lr, "lr.w a2, (a0)\nlr.w a2, (a1)");

int main(void)
{
    static snippet *const code[] = {then_sc, then_amo, then_load, then_jump, then_lr};
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, S_RWX);
    fence_all();
    for (unsigned i = 0; i < 5; i++) {
        go(S, code[i], VA, VA2, 0);
        EQ(out.tval, VA2);
        go(S, do_sc, VA, 5, 0);
        ENDED_WELL(S);
        EQ(out.a0, 1);
        EQ(WORD(ppn, 0), MARK_WORD(1));
    }
    return 0;
}

/* Virtual address zero is no special value for LR and SC.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sc, "lr.w a2, (a0)\nsc.w a0, a1, (a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, 0, ppn, S_RWX);
    fence_all();
    go(S, do_sc, 0, 5, 0);
    ENDED_WELL(S);
    NE(out.a0, 0);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    go(S, lr_sc, 0, 5, 0);
    ENDED_WELL(S);
    EQ(out.a0, 0);
    EQ(WORD(ppn, 0), 5);
    return 0;
}

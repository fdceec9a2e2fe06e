/* LR on an unmapped or unreadable page raises the load page fault and leaves no reservation.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_lr_sc, "lr.w a2, (a0)\nlr.w a2, (a1)");
SNIPPET(sc_only, "sc.w a0, a1, (a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, S_RWX);
    map_page(root, VA2, frame(2), PTE_V | PTE_X | AD);
    fence_all();
    go(S, lr_lr_sc, VA, VA2, 0);
    TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)lr_lr_sc + 4, VA2);
    EQ(out.a2, MARK_WORD(1));
    go(S, sc_only, VA, 5, 0);
    ENDED_WELL(S);
    NE(out.a0, 0);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    return 0;
}

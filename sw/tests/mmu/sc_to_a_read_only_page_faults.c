/* SC to a page without write permission is a store page fault, with and without a reservation
 * (permission is checked first).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sc, "lr.w a2, (a0)\nsc.w a2, a1, (a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, PTE_V | PTE_R | AD);
    fence_all();
    EQ(TOUCH(S, SC, VA), CAUSE_STORE_PAGE);
    go(S, lr_sc, VA, 5, 0);
    TRAPPED(M, CAUSE_STORE_PAGE, (uint32_t)lr_sc + 4, VA);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    EQ(TOUCH(S, SC, VA2), CAUSE_STORE_PAGE);
    return 0;
}

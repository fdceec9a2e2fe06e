/* A load right behind the write of SUM already obeys it, set or cleared, hit or miss.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(set_then_load, "csrs sstatus, a1\nlw a0, 0(a0)");
SNIPPET(clear_then_load, "csrc sstatus, a1\nlw a0, 0(a0)");
SNIPPET(set_then_store, "csrs sstatus, a1\nsw a1, 0(a0)");
SNIPPET(clear_then_store, "csrc sstatus, a1\nsw a1, 0(a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(26);
    map_page(root, VA, ppn, U_RWX);
    for (int warm = 0; warm < 2; warm++) {
        CLEAR(mstatus, MSTATUS_SUM);
        if (!warm)
            fence_all();
        go(S, set_then_load, VA, MSTATUS_SUM, 0);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(26));
        if (!warm)
            fence_all();
        go(S, clear_then_load, VA, MSTATUS_SUM, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)clear_then_load + 4, VA);
        go(S, set_then_store, VA + 16, MSTATUS_SUM, 0);
        ENDED_WELL(S);
        go(S, clear_then_store, VA, MSTATUS_SUM, 0);
        TRAPPED(M, CAUSE_STORE_PAGE, (uint32_t)clear_then_store + 4, VA);
        EQ(WORD(ppn, 0), MARK_WORD(26));
    }
    return 0;
}

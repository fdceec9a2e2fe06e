/* A load right behind the write of MXR already obeys it, set or cleared.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(set_then_load, "csrs sstatus, a1\nlw a0, 0(a0)");
SNIPPET(clear_then_load, "csrc sstatus, a1\nlw a0, 0(a0)");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(29), PTE_V | PTE_X | AD);
    for (int i = 0; i < 3; i++) {
        if (i == 0)
            fence_all();
        go(S, set_then_load, VA, MSTATUS_MXR, 0);
        ENDED_WELL(S);
        EQ(out.a0, MARK_WORD(29));
        go(S, clear_then_load, VA, MSTATUS_MXR, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)clear_then_load + 4, VA);
    }
    return 0;
}

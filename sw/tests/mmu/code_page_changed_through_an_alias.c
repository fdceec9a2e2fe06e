/* One frame under two addresses: a store through one is executed through the other behind
 * fence.i.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(patch_run, "sw a2, 0(a1)\nfence.i\njr a0");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, PTE_V | PTE_R | PTE_W | AD);
    map_page(root, VA2 + 3 * PAGE, ppn, PTE_V | PTE_X | AD);
    fence_all();
    for (uint32_t i = 10; i < 14; i++) {
        EQ(TOUCH(S, FETCH, VA2 + 3 * PAGE), OK);
        go(S, patch_run, VA2 + 3 * PAGE, VA, MARK_WORD(i));
        ENDED_WELL(S);
        EQ(out.a0, i);
    }
    return 0;
}

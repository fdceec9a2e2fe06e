/* A page not in the TLB whose first instruction loads from an unmapped one: the load's fault,
 * with its own address.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    WORD(ppn, 0) = 0x0005a503; /* lw a0, 0(a1) */
    asm volatile("fence.i");
    map_page(root, VA, ppn, S_RWX);
    for (int i = 0; i < 3; i++) {
        fence_all();
        go_at(S, VA, 0, VA2, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, VA, VA2);
        go(S, do_jump, VA, VA2 + 4, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, VA, VA2 + 4);
    }
    return 0;
}

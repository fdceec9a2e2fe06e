/* Code that runs off the end of its page into an unmapped one: the fault is the next page's
 * first address, epc and tval.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    for (uint32_t offset = PAGE - 32; offset < PAGE; offset += 4)
        WORD(ppn, offset) = 0x00150513; /* addi a0, a0, 1 */
    asm volatile("fence.i");
    map_page(root, VA, ppn, S_RWX);
    map_page(root, VA2, ppn, U_RWX);
    fence_all();
    go_at(S, VA + PAGE - 32, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + PAGE, VA + PAGE);
    EQ(out.a0, 8);
    go_at(U, VA2 + PAGE - 4, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA2 + PAGE, VA2 + PAGE);
    EQ(out.a0, 1);
    /* and when the next page is there, on into it */
    map_page(root, VA + PAGE, frame(77), S_RWX);
    go_at(S, VA + PAGE - 8, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 77);
    return 0;
}

/* A jump, a call and a branch into an unmapped page: the fault is the target's, the link is
 * written, the jump itself has retired.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(call_it, "li a1, 0\njalr a1, 0(a0)");

int main(void)
{
    pte *root = map_start();
    go(S, call_it, VA, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(out.a1, (uint32_t)call_it + 8);
    /* jal and beq from the last word of a page to the first of the next */
    uint32_t ppn = frame(1);
    WORD(ppn, PAGE - 4) = 0x004005ef; /* jal a1, .+4 */
    WORD(ppn, PAGE - 8) = 0x00000463; /* beqz x0, .+8 */
    asm volatile("fence.i");
    map_page(root, VA, ppn, S_RWX);
    fence_all();
    go_at(S, VA + PAGE - 4, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + PAGE, VA + PAGE);
    EQ(out.a1, VA + PAGE);
    go_at(S, VA + PAGE - 8, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + PAGE, VA + PAGE);
    return 0;
}

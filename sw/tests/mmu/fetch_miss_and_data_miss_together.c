/* A jump to a page not in the TLB right behind a load from another such page: each is answered
 * from its own entry.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(load_jump, "lw a2, 0(a1)\njr a0");

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), S_RWX);
    pte *data = map_page(root, VA2, frame(2), S_RWX);
    for (int i = 0; i < 3; i++) {
        fence_all();
        go(S, load_jump, VA, VA2, 0);
        ENDED_WELL(S);
        EQ(out.a0, 1);
        EQ(out.a2, MARK_WORD(2));
    }
    /* one of the two faults: the load's fault wins, being older */
    set_flags(data, 0);
    go(S, load_jump, VA, VA2, 0);
    TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)load_jump, VA2);
    fence_all();
    go(S, load_jump, VA + PAGE, VA2, 0);
    TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)load_jump, VA2);
    set_flags(data, S_RWX);
    go(S, load_jump, VA + PAGE, VA2, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + PAGE, VA + PAGE);
    EQ(out.a2, MARK_WORD(2));
    return 0;
}

/* The same address in two maps with different ASIDs: each sees its own frame, without a fence.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *one = map_new(), *two = map_new();
    map_page(one, VA, frame(31), S_RWX);
    map_page(two, VA, frame(32), S_RWX);
    map_mega(one, VA2, mega_frame(0, 33), S_RWX);
    map_page(two, VA2, frame(34), S_RWX);
    fence_all();
    for (int i = 0; i < 3; i++) {
        WRITE(satp, SATP_MODE | 5u << SATP_ASID_SHIFT | ROOT_PPN(one));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(31));
        EQ(TOUCH(S, FETCH, VA2), OK);
        EQ(out.a0, 33);
        WRITE(satp, SATP_MODE | 6u << SATP_ASID_SHIFT | ROOT_PPN(two));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(32));
        EQ(TOUCH(S, FETCH, VA2), OK);
        EQ(out.a0, 34);
    }
    return 0;
}

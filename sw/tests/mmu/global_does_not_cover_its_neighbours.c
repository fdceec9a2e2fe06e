/* A global page does not make the other pages of the map global: the same address beside it
 * differs by ASID.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *one = map_new(), *two = map_new();
    uint32_t shared = frame(35);
    map_page(one, VA, shared, S_RWX | PTE_G);
    map_page(two, VA, shared, S_RWX | PTE_G);
    map_page(one, VA + PAGE, frame(36), S_RWX);
    map_page(two, VA + PAGE, frame(37), S_RWX);
    fence_all();
    for (int i = 0; i < 2; i++) {
        WRITE(satp, SATP_MODE | 10 << SATP_ASID_SHIFT | ROOT_PPN(one));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(TOUCH(S, LOAD, VA + PAGE), OK);
        EQ(out.a0, MARK_WORD(36));
        WRITE(satp, SATP_MODE | 11 << SATP_ASID_SHIFT | ROOT_PPN(two));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(35));
        EQ(TOUCH(S, LOAD, VA + PAGE), OK);
        EQ(out.a0, MARK_WORD(37));
    }
    return 0;
}

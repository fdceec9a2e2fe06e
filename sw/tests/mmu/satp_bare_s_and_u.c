/* With satp.MODE=0 S and U addresses are physical, whatever is left of a map in the TLB.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_new();
    uint32_t ppn = mega_frame(1, 46);
    map_page(root, ppn << 12, frame(48), U_RWX);
    map_on(root);
    EQ(TOUCH(U, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(48));
    EQ(TOUCH(U, FETCH, ppn << 12), OK);
    EQ(out.a0, 48);
    map_off();
    EQ(TOUCH(U, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(46));
    EQ(TOUCH(S, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(46));
    EQ(TOUCH(U, FETCH, ppn << 12), OK);
    EQ(out.a0, 46);
    EQ(TOUCH(S, FETCH, ppn << 12), OK);
    EQ(out.a0, 46);
    EQ(TOUCH(S, LOAD, VA), CAUSE_LOAD_ACCESS);
    EQ(TOUCH(U, FETCH, VA), CAUSE_FETCH_ACCESS);
    return 0;
}

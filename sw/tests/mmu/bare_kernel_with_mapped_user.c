/* satp bare, upmar mapped: S's addresses are physical, U's translated.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *user = map_new();
    uint32_t ppn = mega_frame(1, 46);
    map_page(user, ppn << 12, frame(48), U_RWX);
    map_on(user);
    WRITE(satp, 0);
    WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(user));
    for (int i = 0; i < 3; i++) {
        EQ(TOUCH(S, LOAD, ppn << 12), OK);
        EQ(out.a0, MARK_WORD(46));
        EQ(TOUCH(U, LOAD, ppn << 12), OK);
        EQ(out.a0, MARK_WORD(48));
        EQ(TOUCH(S, FETCH, ppn << 12), OK);
        EQ(out.a0, 46);
        EQ(TOUCH(U, FETCH, ppn << 12), OK);
        EQ(out.a0, 48);
    }
    EQ(TOUCH(U, LOAD, VA), CAUSE_LOAD_PAGE);
    EQ(TOUCH(S, LOAD, VA), CAUSE_LOAD_ACCESS);
    return 0;
}

/* upmar.MODE=1: U's fetch, load and store go through upmar; S's through satp, on U pages too
 * (SUM).
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), U_RWX);
    map_page(user, VA, frame(2), U_RWX);
    map_page(kernel, VA2, frame(3), S_RWX);
    map_on(kernel);
    WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(user));
    SET(mstatus, MSTATUS_SUM);
    for (int i = 0; i < 3; i++) {
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(2));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(1));
        EQ(TOUCH(U, FETCH, VA), OK);
        EQ(out.a0, 2);
        all_page_fault(U, VA2);
        EQ(TOUCH(S, FETCH, VA2), OK);
        EQ(out.a0, 3);
    }
    EQ(TOUCH(U, STORE, VA), OK);
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(1));
    return 0;
}

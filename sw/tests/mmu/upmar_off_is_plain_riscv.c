/* upmar.MODE=0: U goes through satp, whatever upmar's other bits.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), U_RWX);
    map_page(user, VA, frame(2), U_RWX);
    map_on(kernel);
    WRITE_N(CSR_UPMAR, USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(user));
    EQ(TOUCH(U, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(1));
    EQ(TOUCH(U, FETCH, VA), OK);
    EQ(out.a0, 1);
    WRITE_N(CSR_UPMAR, SATP_MODE | USER_ASID << SATP_ASID_SHIFT | ROOT_PPN(user));
    EQ(TOUCH(U, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(2));
    WRITE_N(CSR_UPMAR, 0);
    EQ(TOUCH(U, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(1));
    EQ(TOUCH(U, FETCH, VA), OK);
    EQ(out.a0, 1);
    return 0;
}

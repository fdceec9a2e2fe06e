/* SUM set and cleared while the entry is in the TLB takes effect without a fence (privileged
 * manual 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(25), U_RWX);
    fence_all();
    EQ(TOUCH(U, LOAD, VA), OK);
    for (int i = 0; i < 3; i++) {
        CLEAR(mstatus, MSTATUS_SUM);
        check_access(S, VA, &WORD(*entry >> 10, 0), 25, 0);
        SET(mstatus, MSTATUS_SUM);
        check_access(S, VA, &WORD(*entry >> 10, 0), 25, CAN_LOAD | CAN_STORE);
    }
    return 0;
}

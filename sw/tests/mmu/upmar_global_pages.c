/* A page that is global and alike in both maps is reached by U and S through either.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    pte *kernel = map_new(), *user = map_new();
    uint32_t ppn = frame(5);
    map_page(kernel, VA, ppn, U_RWX | PTE_G);
    map_page(user, VA, ppn, U_RWX | PTE_G);
    maps_on(kernel, user);
    SET(mstatus, MSTATUS_SUM);
    for (int i = 0; i < 3; i++) {
        EQ(TOUCH(U, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(5));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(5));
        EQ(TOUCH(U, FETCH, VA), OK);
        EQ(TOUCH(S, FETCH, VA), CAUSE_FETCH_PAGE);
    }
    return 0;
}

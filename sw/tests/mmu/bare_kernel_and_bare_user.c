/* Both MODEs zero: U and S are physical, behind a time when upmar was on.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    pte *user = map_new();
    uint32_t ppn = mega_frame(1, 46);
    map_page(user, ppn << 12, frame(48), U_RWX);
    maps_on(map_new(), user);
    EQ(TOUCH(U, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(48));
    map_off();
    WRITE_N(CSR_UPMAR, 0);
    EQ(TOUCH(U, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(46));
    EQ(TOUCH(U, FETCH, ppn << 12), OK);
    EQ(out.a0, 46);
    EQ(TOUCH(S, LOAD, ppn << 12), OK);
    EQ(out.a0, MARK_WORD(46));
    return 0;
}

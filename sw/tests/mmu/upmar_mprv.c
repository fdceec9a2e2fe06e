/* MPRV: MPP=U goes through upmar, MPP=S through satp; a change of MPP alone changes the map.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(both, "csrs mstatus, a2\nli a3, 0x800\nlw a1, 0(a0)\ncsrs mstatus, a3\nlw a2, 0(a0)\n"
              "csrc mstatus, a3\nlw a0, 0(a0)");

int main(void)
{
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), S_RWX);
    map_page(user, VA, frame(2), U_RWX);
    maps_on(kernel, user);
    for (int i = 0; i < 2; i++) {
        EQ(TOUCH_AS(U, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(2));
        EQ(TOUCH_AS(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(1));
        go(M, both, VA, 0, MSTATUS_MPRV);
        ENDED_WELL(M);
        EQ(out.a1, MARK_WORD(2));
        EQ(out.a2, MARK_WORD(1));
        EQ(out.a0, MARK_WORD(2));
    }
    return 0;
}

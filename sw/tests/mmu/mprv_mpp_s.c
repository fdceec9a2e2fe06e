/* MPRV=1 with MPP=S: loads and stores of M are translated and checked as S's, SUM included
 * (privileged manual 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t kernel = frame(41);
    map_page(root, VA, kernel, S_RWX);
    map_page(root, VA2, frame(42), U_RWX);
    fence_all();
    EQ(TOUCH_AS(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(41));
    EQ(TOUCH_AS(S, AMO, VA), OK);
    EQ(WORD(kernel, 0), MARK_WORD(41) + 0x5a5);
    for (enum kind kind = LOAD; kind < kinds(); kind++) {
        EQ(TOUCH_AS(S, kind, VA2), page_fault(kind));
        EQ(TOUCH_AS(S, kind, VA + PAGE), page_fault(kind));
    }
    SET(mstatus, MSTATUS_SUM);
    EQ(TOUCH_AS(S, LOAD, VA2), OK);
    EQ(out.a0, MARK_WORD(42));
    EQ(TOUCH_AS(S, STORE, VA2), OK);
    return 0;
}

/* MPRV=1 with MPP=S obeys MXR.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(41), PTE_V | PTE_X | AD);
    fence_all();
    EQ(TOUCH_AS(S, LOAD, VA), CAUSE_LOAD_PAGE);
    SET(mstatus, MSTATUS_MXR);
    EQ(TOUCH_AS(S, LOAD, VA), OK);
    EQ(out.a0, MARK_WORD(41));
    EQ(TOUCH_AS(S, STORE, VA), CAUSE_STORE_PAGE);
    return 0;
}

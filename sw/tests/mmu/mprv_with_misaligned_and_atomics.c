/* Under MPRV a misaligned address is reported before any page fault, with the cause of the
 * access.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, frame(1), U_RWX);
    fence_all();
    EQ(TOUCH_AS(U, LOAD, VA + 2), CAUSE_LOAD_MISALIGNED);
    EQ(TOUCH_AS(U, STORE, VA2 + 1), CAUSE_STORE_MISALIGNED);
    EQ(TOUCH_AS(S, AMO, VA2 + 2), CAUSE_STORE_MISALIGNED);
    EQ(TOUCH_AS(S, LR, VA2 + 2), CAUSE_LOAD_MISALIGNED);
    return 0;
}

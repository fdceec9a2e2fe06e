/* A misaligned load, store, AMO, LR or SC of an unmapped page is misaligned first (the manual
 * leaves the order open; here it is fixed).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    map_start();
    go(S, do_lw, VA + 1, 0, 0);
    TRAPPED(M, CAUSE_LOAD_MISALIGNED, (uint32_t)do_lw, VA + 1);
    go(S, do_lh, VA + 3, 0, 0);
    TRAPPED(M, CAUSE_LOAD_MISALIGNED, (uint32_t)do_lh, VA + 3);
    go(U, do_sw, VA + 2, 0, 0);
    TRAPPED(M, CAUSE_STORE_MISALIGNED, address_in(U, do_sw), VA + 2);
    go(S, do_sh, VA + PAGE - 1, 0, 0);
    TRAPPED(M, CAUSE_STORE_MISALIGNED, (uint32_t)do_sh, VA + PAGE - 1);
    EQ(TOUCH(S, AMO, VA + 2), CAUSE_STORE_MISALIGNED);
    EQ(TOUCH(S, SC, VA + 2), CAUSE_STORE_MISALIGNED);
    EQ(TOUCH(S, LR, VA + 2), CAUSE_LOAD_MISALIGNED);
    /* and before an access fault */
    EQ(TOUCH(M, LOAD, 0x20000002), CAUSE_LOAD_MISALIGNED);
    return 0;
}

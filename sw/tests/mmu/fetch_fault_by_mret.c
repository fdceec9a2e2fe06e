/* mret to an unmapped page: the fault is of the new mode, at the target.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    map_start();
    go_at(S, VA, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(out.status & MSTATUS_MPP, MSTATUS_MPP_S);
    go_at(U, VA + 8, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + 8, VA + 8);
    EQ(out.status & MSTATUS_MPP, 0);
    return 0;
}

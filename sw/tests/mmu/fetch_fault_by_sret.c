/* sret to an unmapped page: the fault is of the new mode, at the target.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(sret_to, "csrw sepc, a0\ncsrc sstatus, a1\ncsrs sstatus, a2\nsret");

int main(void)
{
    map_start();
    go(S, sret_to, VA, MSTATUS_SPP, MSTATUS_SPP);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(out.status & MSTATUS_MPP, MSTATUS_MPP_S);
    go(S, sret_to, VA + 12, MSTATUS_SPP, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + 12, VA + 12);
    EQ(out.status & MSTATUS_MPP, 0);
    return 0;
}

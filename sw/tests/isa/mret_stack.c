/* mret: MIE takes MPIE, MPIE becomes 1, the mode MPP, MPP becomes U (privileged manual 3.1.6.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(status_m, "csrr a0, mstatus");

int main(void)
{
    enter_status = 0;
    go(M, status_m, 0, 0, 0);
    EQ(out.a0 & MSTATUS_MIE, 0);
    EQ(out.a0 & MSTATUS_MPIE, MSTATUS_MPIE);
    EQ(out.a0 & MSTATUS_MPP, 0);
    enter_status = MSTATUS_MPIE;
    go(M, status_m, 0, 0, 0);
    EQ(out.a0 & MSTATUS_MIE, MSTATUS_MIE);
    EQ(out.a0 & MSTATUS_MPIE, MSTATUS_MPIE);
    EQ(out.a0 & MSTATUS_MPP, 0);
    /* S's stack stays as it is */
    enter_status = MSTATUS_SPIE | MSTATUS_SPP;
    go(M, status_m, 0, 0, 0);
    EQ(out.a0 & (MSTATUS_SIE | MSTATUS_SPIE | MSTATUS_SPP), MSTATUS_SPIE | MSTATUS_SPP);
    return 0;
}

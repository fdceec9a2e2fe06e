/* sret: SIE takes SPIE, SPIE becomes 1, the mode SPP, SPP becomes U (privileged manual 3.1.6.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(sret_to, "csrw sepc, a0\ncsrc sstatus, a1\ncsrs sstatus, a2\nsret");
SNIPPET(status_s, "csrr a0, sstatus");

int main(void)
{
    uint32_t all = MSTATUS_SPP | MSTATUS_SPIE | MSTATUS_SIE;
    go(S, sret_to, (uint32_t)status_s, all, MSTATUS_SPP);
    ENDED_WELL(S);
    EQ(out.a0 & all, MSTATUS_SPIE);
    go(S, sret_to, (uint32_t)status_s, all, MSTATUS_SPP | MSTATUS_SPIE);
    ENDED_WELL(S);
    EQ(out.a0 & all, MSTATUS_SPIE | MSTATUS_SIE);
    go(S, sret_to, (uint32_t)status_s, all, MSTATUS_SPP | MSTATUS_SIE);
    ENDED_WELL(S);
    EQ(out.a0 & all, MSTATUS_SPIE);
    go(S, sret_to, (uint32_t)do_ecall, all, MSTATUS_SPIE);
    ENDED_WELL(U);
    EQ(out.status & all, MSTATUS_SPIE | MSTATUS_SIE);
    return 0;
}

/* Entering a gate: S mode, SPP = U, SPIE = SIE, SIE = 0, for both values of SIE; MPP, MPIE and
 * MIE untouched.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(status_entry, "csrr a0, sstatus\ncsrr a1, sepc");

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)status_entry | GATE_VALID);
    for (unsigned i = 0; i < 4; i++) {
        /* i bit 0: SIE before; bit 1: SPIE and SPP before, which are overwritten */
        enter_status = (i & 1 ? MSTATUS_SIE : 0) | (i & 2 ? MSTATUS_SPIE | MSTATUS_SPP : 0) |
                       MSTATUS_MPIE;
        go(U, do_svc, 1, 0, 0);
        EQ(out.cause, CAUSE_ECALL_S);
        EQ(out.a0 & MSTATUS_SIE, 0);
        EQ(out.a0 & MSTATUS_SPIE, i & 1 ? MSTATUS_SPIE : 0);
        EQ(out.a0 & MSTATUS_SPP, 0);
        EQ(out.a1, address_in(U, do_svc) + 4);
        /* MIE as mret left it, saved by the last ecall */
        EQ(out.status & MSTATUS_MPIE, MSTATUS_MPIE);
    }
    return 0;
}

/* An S interrupt pending at svc with SIE=1 in S: SIE is 0 at the entry, so the gate's first
 * instruction runs first; in U it would be taken before svc.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(enable_in_gate, "csrr a0, scause\ncsrs sstatus, a1\nnop");

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)enable_in_gate | GATE_VALID);
    WRITE(mideleg, 1u << INT_SSI);
    /* pending but not enabled in sie while in U */
    WRITE(mip, 1u << INT_SSI);
    go(U, do_svc, 1, MSTATUS_SIE, 0);
    ENDED_WELL(S);
    EQ(out.a0, CAUSE_GATE);
    /* enabled: U is interrupted before its svc */
    WRITE(mie, 1u << INT_SSI);
    go(U, do_svc, 1, MSTATUS_SIE, 0);
    TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, address_in(U, do_svc), 0);
    WRITE(mip, 0);
    return 0;
}

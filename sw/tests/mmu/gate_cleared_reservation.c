/* A successful svc clears the reservation: SC behind the return fails.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(lr_svc_sc, "lr.w a3, (a0)\n.insn i 0x0B, 0, x0, x0, 1\nsc.w a0, a1, (a0)");
SNIPPET(return_at_once, "sret");
SNIPPET(sc_in_gate, "sc.w a0, a1, (a2)");

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    uint32_t ppn = frame(1);
    map_page(kernel, VA, ppn, S_RWX);
    map_page(user, VA, ppn, U_RWX);
    maps_on(kernel, user);
    gate_set(table, 1, (uint32_t)return_at_once | GATE_VALID);
    go(U, lr_svc_sc, VA, 5, 0);
    ENDED_WELL(U);
    NE(out.a0, 0);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    gate_set(table, 1, (uint32_t)sc_in_gate | GATE_VALID);
    go(U, lr_svc_sc, VA, 5, VA);
    EQ(out.cause, CAUSE_ECALL_S);
    NE(out.a0, 0);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    return 0;
}

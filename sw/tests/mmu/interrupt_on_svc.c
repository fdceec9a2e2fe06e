/* A timer that strikes around svc is taken before it or behind it, never half-way: the
 * crossing's CSRs are whole.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"
#include "timer.h"

SNIPPET(run_to_svc, "addi a1, a1, 1\naddi a1, a1, 1\naddi a1, a1, 1\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(entry, "csrr a2, sepc\nnop\ncsrr a0, stval\nnop\nnop");

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 6, (uint32_t)entry | GATE_VALID);
    uint32_t svc_pc = address_in(U, run_to_svc) + 12;
    for (uint32_t delay = 1; delay < 400; delay += 1 + delay / 128) {
        CLINT_MTIMECMPH = 0xffffffff;
        CLINT_MTIMECMP = CLINT_MTIME + delay;
        CLINT_MTIMECMPH = CLINT_MTIMEH;
        SET(mie, 1u << INT_MTI);
        enter_status = MSTATUS_MPIE;
        WRITE(sepc, 0x44);
        go(U, run_to_svc, 6, 0, 0);
        if (out.cause == IS_TIMER) {
            timer_off();
            uint32_t mode = out.status >> 11 & 3;
            if (mode == U) {
                TRUE(out.epc >= svc_pc - 12 && out.epc <= svc_pc);
                EQ(READ(sepc), 0x44);
            } else {
                EQ(mode, S);
                TRUE(out.epc >= (uint32_t)entry && out.epc <= (uint32_t)entry + 20);
                EQ(READ(sepc), svc_pc + 4);
                EQ(READ(scause), CAUSE_GATE);
                EQ(READ(stval), 6);
            }
            go_at(mode, out.epc, out.a0, out.a1, out.a2);
        }
        timer_off();
        EQ(out.cause, CAUSE_ECALL_S);
        EQ(out.a0, 6);
        EQ(out.a1, 3);
        EQ(out.a2, svc_pc + 4);
    }
    return 0;
}

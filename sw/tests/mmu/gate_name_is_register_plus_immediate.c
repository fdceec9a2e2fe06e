/* The name is rs1 plus the sign-extended immediate, modulo 2^32; rs1 may be x0.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(svc_plus, ".insn i 0x0B, 0, x0, a0, 7");
SNIPPET(svc_minus, ".insn i 0x0B, 0, x0, a0, -3");
SNIPPET(svc_most, ".insn i 0x0B, 0, x0, a0, 2047");
SNIPPET(svc_least, ".insn i 0x0B, 0, x0, a0, -2048");
SNIPPET(svc_x0, ".insn i 0x0B, 0, x0, x0, 200");
SNIPPET(svc_x0_minus, ".insn i 0x0B, 0, x0, x0, -1");

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    for (uint32_t name = 0; name < 256; name++)
        gate_set(table, name, (uint32_t)gate_entry | GATE_VALID);
    static const struct {
        snippet *code;
        uint32_t rs1, name;
    } want[] = {
        {svc_plus, 3, 10}, {svc_plus, 0xfffffff9, 0}, {svc_plus, 248, 255}, {svc_minus, 3, 0},
        {svc_minus, 258, 255}, {svc_most, 0xfffff801, 0}, {svc_most, 0xfffff8ff, 254},
        {svc_least, 2048, 0}, {svc_least, 2303, 255}, {svc_x0, 9, 200},
    };
    for (unsigned i = 0; i < sizeof want / sizeof *want; i++) {
        go(U, want[i].code, want[i].rs1, 0, 0);
        entered_gate(want[i].name, address_in(U, want[i].code) + 4);
    }
    go(U, svc_plus, 249, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, svc_plus), 256);
    go(U, svc_minus, 2, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, svc_minus), 0xffffffff);
    go(U, svc_x0_minus, 5, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, svc_x0_minus), 0xffffffff);
    return 0;
}

/* The descriptor is read behind all older stores: changed or made valid by the instruction right
 * before svc, in each size.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(sw_svc, "sw a1, 0(a2)\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(sb_svc, "sb a1, 0(a2)\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(amo_svc, "amoswap.w x0, a1, (a2)\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(other_entry, "csrr a0, scause\ncsrr a1, stval\ncsrr a2, sepc");

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    map_page(user, VA, table, U_RWX);
    maps_on(kernel, user);
    uint32_t first = (uint32_t)gate_entry | GATE_VALID, second = (uint32_t)other_entry | GATE_VALID;
    for (uint32_t name = 0; name < 8; name++) {
        gate_set(table, name, name & 1 ? 0 : first);
        go(U, name & 2 ? amo_svc : sw_svc, name, second, VA + 16 * name);
        entered_gate(name, address_in(U, name & 2 ? amo_svc : sw_svc) + 8);
        EQ(out.epc, (uint32_t)other_entry + 12);
        /* taken away by the store before */
        go(U, sb_svc, name, 0, VA + 16 * name);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, sb_svc) + 4, name);
        /* and given back by its low byte alone */
        go(U, sb_svc, name, second & 0xff, VA + 16 * name);
        entered_gate(name, address_in(U, sb_svc) + 8);
    }
    return 0;
}

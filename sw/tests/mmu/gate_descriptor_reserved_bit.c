/* A valid descriptor with bit 1 set is an undefined gate.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 9, (uint32_t)gate_entry | GATE_VALID);
    go(U, do_svc, 9, 0, 0);
    entered_gate(9, address_in(U, do_svc) + 4);
    gate_set(table, 9, (uint32_t)gate_entry | GATE_VALID | 2);
    go(U, do_svc, 9, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 9);
    return 0;
}

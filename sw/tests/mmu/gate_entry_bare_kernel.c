/* With satp bare and upmar mapped, the entry is a physical address.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    WRITE(satp, 0);
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    gate_set(table, 2, VA | GATE_VALID);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    go(U, do_svc, 2, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, VA, VA);
    EQ(READ(sepc), address_in(U, do_svc) + 4);
    return 0;
}

/* A gate enters S whatever medeleg says, and no M handler sees it.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    WRITE(medeleg, 0);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    WRITE(medeleg, 0xffffffff);
    CLEAR(medeleg, 1u << CAUSE_ECALL_S);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    return 0;
}

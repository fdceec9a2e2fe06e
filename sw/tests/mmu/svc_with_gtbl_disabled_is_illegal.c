/* With gtbl's enable bit clear svc in U is an illegal instruction, for any name.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    WRITE_N(CSR_GTBL, table);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, address_in(U, do_svc), 0x0005000b);
    go(U, do_svc, 256, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, address_in(U, do_svc), 0x0005000b);
    WRITE_N(CSR_GTBL, table | GTBL_ENABLE);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    return 0;
}

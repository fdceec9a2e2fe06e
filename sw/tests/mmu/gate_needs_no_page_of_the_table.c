/* The descriptor is read physically: the table needs no mapping, in neither map, and upmar may
 * be off.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = PPN(DRAM + 2 * MEGA); /* outside the image's 4 MiB leaf */
    for (uint32_t i = 0; i < 8; i++)
        WORD(table, 4 * i) = 0;
    WRITE_N(CSR_GTBL, GTBL_ENABLE | table);
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    maps_on(map_new(), map_new());
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    WRITE_N(CSR_UPMAR, 0);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    map_off();
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    return 0;
}

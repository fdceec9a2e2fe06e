/* A gate table where no memory is: every name is an undefined gate, bits 33:32 of its address
 * included.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    uint32_t where[] = {PPN(DRAM_END), PPN(0x7ffff000), PPN(0xfffff000), PPN(0x0f000000), 0x3fffff,
                        table | 1u << 20, table | 2u << 20, table | 3u << 20};
    for (unsigned i = 0; i < sizeof where / sizeof *where; i++) {
        WRITE_N(CSR_GTBL, GTBL_ENABLE | where[i]);
        go(U, do_svc, 1, 0, 0);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 1);
        go(U, do_svc, 300, 0, 0);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 300);
    }
    WRITE_N(CSR_GTBL, GTBL_ENABLE | table);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    return 0;
}

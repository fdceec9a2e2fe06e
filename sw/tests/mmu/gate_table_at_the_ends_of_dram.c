/* The table may be the first or the last page of DRAM.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = PPN(DRAM_END) - 1;
    maps_on(map_new(), map_new());
    WRITE_N(CSR_GTBL, GTBL_ENABLE | table);
    gate_set(table, 255, (uint32_t)gate_entry | GATE_VALID);
    gate_set(table, 0, (uint32_t)gate_entry | GATE_VALID);
    go(U, do_svc, 255, 0, 0);
    entered_gate(255, address_in(U, do_svc) + 4);
    go(U, do_svc, 0, 0, 0);
    entered_gate(0, address_in(U, do_svc) + 4);
    /* the first page holds this program: its first word is no valid descriptor, made so for a
     * moment */
    uint32_t saved = WORD(PPN(DRAM), 0);
    WRITE_N(CSR_GTBL, GTBL_ENABLE | PPN(DRAM));
    WORD(PPN(DRAM), 0) = (uint32_t)gate_entry | GATE_VALID;
    go(U, do_svc, 0, 0, 0);
    WORD(PPN(DRAM), 0) = saved;
    entered_gate(0, address_in(U, do_svc) + 4);
    return 0;
}

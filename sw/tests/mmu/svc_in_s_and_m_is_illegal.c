/* svc in S or M is an illegal instruction, gtbl enabled or not, and enters no gate.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    for (int enabled = 1; enabled >= 0; enabled--) {
        go(S, do_svc, 1, 0, 0);
        TRAPPED(M, CAUSE_ILLEGAL, (uint32_t)do_svc, 0x0005000b);
        go(M, do_svc, 1, 0, 0);
        TRAPPED(M, CAUSE_ILLEGAL, (uint32_t)do_svc, 0x0005000b);
        WRITE_N(CSR_GTBL, READ_N(CSR_GTBL) & ~GTBL_ENABLE);
    }
    return 0;
}

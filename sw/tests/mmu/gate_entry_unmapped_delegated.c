/* An entry on an unmapped page, the fault delegated: S's handler gets it from S mode, at the
 * entry's address.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, VA | GATE_VALID);
    WRITE(medeleg, 1u << CAUSE_FETCH_PAGE);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(S, CAUSE_FETCH_PAGE, VA, VA);
    EQ(out.status & MSTATUS_SPP, MSTATUS_SPP);
    return 0;
}

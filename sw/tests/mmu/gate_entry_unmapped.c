/* An entry on an unmapped page: the fetch page fault is S's, at the entry's address; sepc keeps
 * the gate's.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, VA | GATE_VALID);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(out.status & MSTATUS_MPP, MSTATUS_MPP_S);
    EQ(READ(sepc), address_in(U, do_svc) + 4);
    EQ(READ(scause), CAUSE_GATE);
    EQ(READ(stval), 1);
    return 0;
}

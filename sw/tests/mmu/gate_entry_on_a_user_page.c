/* An entry on a page of the kernel's map with U=1: S may not execute it, page fault at the
 * entry's address, SUM or not.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new();
    map_page(kernel, VA, frame(1), U_RWX);
    maps_on(kernel, map_new());
    gate_set(table, 1, VA | GATE_VALID);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(READ(sepc), address_in(U, do_svc) + 4);
    SET(mstatus, MSTATUS_SUM);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    return 0;
}

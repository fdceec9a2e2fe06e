/* An entry on a page of the kernel's map without X: page fault at the entry's address.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), PTE_V | PTE_R | PTE_W | AD);
    map_page(user, VA, frame(2), U_RWX); /* the user's own page there does not matter */
    maps_on(kernel, user);
    gate_set(table, 1, VA | GATE_VALID);
    go(U, do_svc, 1, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    EQ(READ(sepc), address_in(U, do_svc) + 4);
    EQ(READ(scause), CAUSE_GATE);
    return 0;
}

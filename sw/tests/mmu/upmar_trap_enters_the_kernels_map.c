/* An exception from U delegated to S: the handler is fetched and works through satp.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), S_RWX);
    map_page(user, VA, frame(2), U_RWX);
    maps_on(kernel, user);
    WRITE(medeleg, 1u << CAUSE_ECALL_U | 1u << CAUSE_LOAD_PAGE);
    WRITE(stvec, VA);
    for (int i = 0; i < 3; i++) {
        go_at(U, VA + 2048, 0, 0, 0); /* the user's page runs to its ecall, and so to the handler */
        ENDED_WELL(S);
        EQ(out.a0, 1);
        EQ(out.epc, VA + 4);
        go(U, do_lw, VA2, 0, 0);
        ENDED_WELL(S);
        EQ(out.a0, 1);
        EQ(READ(scause), CAUSE_LOAD_PAGE);
    }
    return 0;
}

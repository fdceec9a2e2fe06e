/* A load that faults, its handler on an unmapped page: first the load's page fault, then the
 * handler's own.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    (void)root;
    WRITE(medeleg, 1u << CAUSE_LOAD_PAGE);
    WRITE(stvec, VA2);
    for (int i = 0; i < 2; i++) {
        fence_all();
        go(S, do_lw, VA, 0, 0);
        TRAPPED(M, CAUSE_FETCH_PAGE, VA2, VA2);
        EQ(READ(scause), CAUSE_LOAD_PAGE);
        EQ(READ(stval), VA);
        EQ(READ(sepc), (uint32_t)do_lw);
    }
    return 0;
}

/* Fetch page fault in S, delegated: handled by S with epc and tval the address fetched from.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    map_start();
    WRITE(medeleg, 1u << CAUSE_FETCH_PAGE);
    go(S, do_jump, VA + 4, 0, 0);
    TRAPPED(S, CAUSE_FETCH_PAGE, VA + 4, VA + 4);
    EQ(out.status & MSTATUS_SPP, MSTATUS_SPP);
    go_at(S, VA, 0, 0, 0);
    TRAPPED(S, CAUSE_FETCH_PAGE, VA, VA);
    return 0;
}

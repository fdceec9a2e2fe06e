/* Fetch access fault in U, delegated: handled by S with epc and tval the address fetched from.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(medeleg, 1u << CAUSE_FETCH_ACCESS);
    go(U, do_jump, VA + 4, 0, 0);
    TRAPPED(S, CAUSE_FETCH_ACCESS, VA + 4, VA + 4);
    EQ(out.status & MSTATUS_SPP, 0);
    go_at(U, VA, 0, 0, 0);
    TRAPPED(S, CAUSE_FETCH_ACCESS, VA, VA);
    return 0;
}

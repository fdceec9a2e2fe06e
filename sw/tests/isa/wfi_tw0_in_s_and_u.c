/* wfi in S and U with TW=0 is legal; it ends when something is pending and enabled.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(wait, "wfi\nli a0, 7");

int main(void)
{
    WRITE(mideleg, 1u << INT_SSI);
    SET(mip, 1u << INT_SSI);
    WRITE(mie, 1u << INT_SSI);
    go(S, wait, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 7);
    /* in U the pending interrupt is taken at once: before the wfi, as it was pending on entry */
    go(U, wait, 0, 0, 0);
    TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, address_in(U, wait), 0);
    return 0;
}

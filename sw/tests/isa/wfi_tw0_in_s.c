/* wfi in S with TW=0 is legal; it ends when something is pending and enabled in sie, taken or
 * not.
 * Machine: standard
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
    return 0;
}

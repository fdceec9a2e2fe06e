/* wfi ends when an interrupt is pending and enabled in mie, with MIE=0 too, and the program goes
 * on (privileged manual 3.3.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(wait_m, "wfi\nli a0, 1");

int main(void)
{
    quiet();
    pend(INT_SSI, 1);
    WRITE(mie, 1u << INT_SSI);
    go(M, wait_m, 0, 0, 0);
    ENDED_WELL(M);
    EQ(out.a0, 1);
    pend(INT_SSI, 0);
    /* pending only later */
    WRITE(mie, 1u << INT_MTI);
    CLINT_MTIMECMP = CLINT_MTIME + 500;
    CLINT_MTIMECMPH = CLINT_MTIMEH;
    do
        go(M, wait_m, 0, 0, 0);
    while (!(READ(mip) & 1u << INT_MTI));
    ENDED_WELL(M);
    quiet();
    /* in S: a delegated interrupt with SIE = 0 */
    WRITE(mideleg, 1u << INT_SSI);
    WRITE(mie, 1u << INT_SSI);
    pend(INT_SSI, 1);
    go(S, wait_m, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 1);
    return 0;
}

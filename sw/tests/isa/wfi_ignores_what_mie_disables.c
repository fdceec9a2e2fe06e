/* An interrupt that is pending but not enabled in mie does not end wfi: it waits for the one
 * that is.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(wait_m, "wfi\ncsrr a0, mip");

int main(void)
{
    quiet();
    pend(INT_SSI, 1);
    CLINT_MTIMECMP = CLINT_MTIME + 2000;
    CLINT_MTIMECMPH = CLINT_MTIMEH;
    WRITE(mie, 1u << INT_MTI);
    int rounds = 0;
    do {
        go(M, wait_m, 0, 0, 0);
        ENDED_WELL(M);
        rounds++;
    } while (!(out.a0 & 1u << INT_MTI));
    EQ(out.a0 & 1u << INT_SSI, 1u << INT_SSI);
    quiet();
    return 0;
}

/* With nothing to wake it, wfi in U ends in bounded time or is an illegal instruction: it never
 * waits for ever (privileged manual 3.1.6.5).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(wait, "wfi\nli a0, 7");

int main(void)
{
    CLINT_MTIMECMPH = 0xffffffff;
    WRITE(mie, 0);
    go(U, wait, 0, 0, 0);
    if (out.cause == CAUSE_ILLEGAL) {
        TRAPPED(M, CAUSE_ILLEGAL, address_in(U, wait), 0x10500073);
    } else {
        ENDED_WELL(U);
        EQ(out.a0, 7);
    }
    return 0;
}

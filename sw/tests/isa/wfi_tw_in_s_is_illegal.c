/* wfi in S with TW=1 is an illegal instruction; in M it is not.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(wait, "wfi");

int main(void)
{
    SET(mstatus, MSTATUS_TW);
    go(S, wait, 0, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, (uint32_t)wait, 0x10500073);
    SET(mip, 1u << INT_SSI);
    WRITE(mie, 1u << INT_SSI);
    go(M, wait, 0, 0, 0);
    ENDED_WELL(M);
    return 0;
}

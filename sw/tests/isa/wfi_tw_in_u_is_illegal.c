/* wfi in U with TW=1 is an illegal instruction, always.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(wait, "wfi");

int main(void)
{
    SET(mstatus, MSTATUS_TW);
    SET(mip, 1u << INT_SSI); /* pending already: no excuse */
    WRITE(mie, 1u << INT_SSI);
    WRITE(mideleg, 1u << INT_SSI);
    WRITE(mie, 0);
    go(U, wait, 0, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, address_in(U, wait), 0x10500073);
    return 0;
}

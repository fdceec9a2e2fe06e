/* Any interrupt for M comes before one delegated to S, whatever their numbers (privileged manual
 * 3.1.9).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    WRITE(mideleg, 0x222);
    WRITE(mie, 0xaaa);
    pend(INT_SEI, 1);
    pend(INT_MTI, 1);
    wait_in(U, 1);
    interrupted(M, INT_MTI, U);
    wait_in(S, 1);
    interrupted(M, INT_MTI, S);
    pend(INT_MTI, 0);
    /* an S interrupt that is not delegated counts as M's */
    WRITE(mideleg, 1u << INT_SEI);
    pend(INT_STI, 1);
    wait_in(U, 1);
    interrupted(M, INT_STI, U);
    pend(INT_STI, 0);
    wait_in(U, 1);
    interrupted(S, INT_SEI, U);
    return 0;
}

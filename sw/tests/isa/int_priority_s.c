/* Interrupts delegated to S together are taken in the order SEI, SSI, STI (privileged manual
 * 3.1.9, 4.1.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    static const uint8_t order[] = {INT_SEI, INT_SSI, INT_STI};
    quiet();
    WRITE(mideleg, 0x222);
    WRITE(mie, 0x222);
    for (unsigned i = 0; i < 3; i++)
        pend(order[i], 1);
    for (unsigned i = 0; i < 3; i++) {
        wait_in(S, 1);
        interrupted(S, order[i], S);
        wait_in(U, 0);
        interrupted(S, order[i], U);
        pend(order[i], 0);
    }
    wait_in(U, 1);
    ENDED_WELL(U);
    return 0;
}

/* Interrupts for M together are taken in the order MEI, MSI, MTI, SEI, SSI, STI (privileged
 * manual 3.1.9).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    static const uint8_t order[] = {INT_MEI, INT_MSI, INT_MTI, INT_SEI, INT_SSI, INT_STI};
    quiet();
    for (unsigned i = 0; i < 6; i++)
        pend(order[i], 1);
    for (unsigned i = 0; i < 6; i++) {
        WRITE(mie, 0xaaa);
        wait_in(S, 1);
        interrupted(M, order[i], S);
        wait_in(M, 1);
        interrupted(M, order[i], M);
        pend(order[i], 0);
    }
    wait_in(U, 1);
    ENDED_WELL(U);
    return 0;
}

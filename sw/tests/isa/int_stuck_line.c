/* A device that never takes its line back: claim and complete do not stop it, the interrupt is there again
 * each time; a priority of 0 ends it, and another source and the code go on.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    WRITE(mideleg, 0);
    pend(INT_MEI, 1);
    for (unsigned i = 0; i < 50; i++) {
        WRITE(mie, 1u << INT_MEI);
        wait_in(i & 1 ? S : U, 0);
        interrupted(M, INT_MEI, i & 1 ? S : U);
        EQ(PLIC_CLAIM(0), UART_IRQ);
        PLIC_CLAIM(0) = UART_IRQ;
        while (!(READ(mip) >> INT_MEI & 1)) /* the line is up: it is taken up again */
            ;
    }
    PLIC_PRIORITY(UART_IRQ) = 0;
    while (READ(mip) >> INT_MEI & 1)
        ;
    wait_in(U, 0);
    ENDED_WELL(U);
    pend(INT_MSI, 1);
    WRITE(mie, 1u << INT_MEI | 1u << INT_MSI);
    wait_in(U, 0);
    interrupted(M, INT_MSI, U);
    return 0;
}

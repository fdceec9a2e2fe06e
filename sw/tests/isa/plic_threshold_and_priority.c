/* The PLIC: a source interrupts only with priority above the context's threshold; priority zero
 * never.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    plic_route(1);
    PLIC_PRIORITY(UART_IRQ) = 3;
    PLIC_THRESHOLD(1) = 3;
    uart_line(1);
    for (int i = 0; i < 20; i++)
        EQ(READ(mip) & 1u << INT_SEI, 0);
    EQ(PLIC_PENDING >> UART_IRQ & 1, 1);
    PLIC_THRESHOLD(1) = 2;
    while (!(READ(mip) & 1u << INT_SEI))
        ;
    PLIC_PRIORITY(UART_IRQ) = 0;
    while (READ(mip) & 1u << INT_SEI)
        ;
    PLIC_PRIORITY(UART_IRQ) = 1;
    PLIC_THRESHOLD(1) = 0;
    PLIC_ENABLE(1) = 0;
    while (READ(mip) & 1u << INT_SEI)
        ;
    PLIC_ENABLE(1) = 1u << UART_IRQ;
    while (!(READ(mip) & 1u << INT_SEI))
        ;
    EQ(PLIC_CLAIM(1), UART_IRQ);
    uart_line(0);
    PLIC_CLAIM(1) = UART_IRQ;
    return 0;
}

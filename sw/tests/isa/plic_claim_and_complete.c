/* The PLIC: claim returns the source and takes it, complete lets it pend again; contexts are
 * separate.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    plic_route(0);
    PLIC_ENABLE(1) = 0;
    uart_line(1);
    while (!(READ(mip) & 1u << INT_MEI))
        ;
    EQ(READ(mip) & 1u << INT_SEI, 0);
    EQ(PLIC_PENDING, 1u << UART_IRQ);
    EQ(PLIC_CLAIM(0), UART_IRQ);
    EQ(PLIC_CLAIM(0), 0);
    while (READ(mip) & 1u << INT_MEI)
        ;
    uart_line(0);
    PLIC_CLAIM(0) = UART_IRQ;
    for (int i = 0; i < 10; i++)
        EQ(READ(mip) & 1u << INT_MEI, 0);
    uart_line(1);
    while (!(READ(mip) & 1u << INT_MEI))
        ;
    EQ(PLIC_CLAIM(0), UART_IRQ);
    uart_line(0);
    PLIC_CLAIM(0) = UART_IRQ;
    return 0;
}

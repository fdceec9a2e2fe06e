/* Interrupt sources of the C tests (rt.h).
 * SPDX-License-Identifier: ISC */
#include "../test.h"

void uart_line(int up)
{
    UART_REG(1) = up ? 2 : 0; /* transmitter empty */
}

void plic_route(unsigned context)
{
    PLIC_PRIORITY(UART_IRQ) = 1;
    PLIC_THRESHOLD(context) = 0;
    PLIC_ENABLE(context) = 1u << UART_IRQ;
    PLIC_ENABLE(!context) = 0;
}

/* A load of the PLIC's claim register claims once: the second finds nothing.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    plic_route(1);
    uart_line(1);
    go(M, do_lw, 0x0c201004, 0, 0);
    EQ(out.a0, UART_IRQ);
    go(M, do_lw, 0x0c201004, 0, 0);
    EQ(out.a0, 0);
    PLIC_CLAIM(1) = UART_IRQ;
    go(M, do_lw, 0x0c201004, 0, 0);
    EQ(out.a0, UART_IRQ);
    uart_line(0);
    PLIC_CLAIM(1) = UART_IRQ;
    return 0;
}

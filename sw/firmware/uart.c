/* The console on the 16550, polled. The divisor is left as reset (or the loader) set it.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

#define RBR_THR 0
#define LSR 5
#define LSR_DR 0x01
#define LSR_THRE 0x20

void uart_putc(char c)
{
    while (!(UART[LSR] & LSR_THRE))
        ;
    UART[RBR_THR] = (uint8_t)c;
}

int uart_getc(void)
{
    return UART[LSR] & LSR_DR ? UART[RBR_THR] : -1;
}

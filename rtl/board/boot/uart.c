/* The serial line of the boards' boot ROM: sets the speed, which whoever comes later finds set; polls.
 * SPDX-License-Identifier: ISC */
#include "boot.h"

#define REG(n) (((volatile uint8_t *)0x10000000)[n])
#define LCR_8_BITS 3
#define LCR_DLAB 0x80
#define LSR_RX 0x01
#define LSR_TX_EMPTY 0x20

void uart_start(void)
{
    REG(3) = LCR_DLAB | LCR_8_BITS;
    REG(0) = UART_DIVISOR & 0xFF;
    REG(1) = UART_DIVISOR >> 8;
    REG(3) = LCR_8_BITS;
    REG(2) = 1; /* FIFOs */
}

void uart_put(char c)
{
    while (!(REG(5) & LSR_TX_EMPTY))
        ;
    REG(0) = c;
}

uint8_t uart_get(void)
{
    while (!(REG(5) & LSR_RX))
        ;
    return REG(0);
}

/* The terminal: a 16550 without interrupts, one character at a time.
 * SPDX-License-Identifier: ISC */
#include "machine.h"

#define UART ((volatile uint8_t *)0x10000000)
enum { DATA = 0, FIFO_CONTROL = 2, LINE_CONTROL = 3, LINE_STATUS = 5 };

void uart_init(void)
{
    UART[LINE_CONTROL] = 0x03;       /* 8 bits, no parity, 1 stop bit */
    UART[FIFO_CONTROL] = 0x01;
}

static void put_char(char c)
{
    while (!(UART[LINE_STATUS] & 0x20))
        ;
    UART[DATA] = (uint8_t)c;
}

void put(const char *s)
{
    while (*s)
        put_char(*s++);
}

void put_number(uint32_t n)
{
    char text[11], *p = text + sizeof text - 1;

    *p = 0;
    do {
        *--p = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    put(p);
}

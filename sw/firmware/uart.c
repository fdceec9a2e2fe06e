/* The console on the 16550, polled, with its FIFO: a character waits only if sixteen
 * before it are not on their way yet. The divisor is left as it was.
 * SPDX-License-Identifier: ISC */
#include "firmware.h"

#define RBR_THR 0
#define IER 1
#define FCR 2 /* when written */
#define IIR 2 /* when read */
#define FCR_ENABLE 0x01
#define FCR_CLEAR 0x06
#define IIR_FIFO 0xC0
#define LCR 3
#define LCR_8N1 0x03
#define LSR 5
#define LSR_DR 0x01
#define LSR_THRE 0x20
#define FIFO_DEPTH 16

static unsigned room; /* characters that fit into the FIFO for certain */

void uart_init(void)
{
    UART[IER] = 0;
    UART[LCR] = LCR_8N1;
    UART[FCR] = FCR_ENABLE | FCR_CLEAR;
}

void uart_putc(char c)
{
    while (!room) {
        if (UART[LSR] & LSR_THRE)
            room = UART[IIR] & IIR_FIFO ? FIFO_DEPTH : 1; /* the payload may turn it off */
    }
    room--;
    UART[RBR_THR] = (uint8_t)c;
}

int uart_getc(void)
{
    return UART[LSR] & LSR_DR ? UART[RBR_THR] : -1;
}

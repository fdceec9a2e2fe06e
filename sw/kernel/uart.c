/* The UART: output by a ring that its interrupt empties, so that nobody waits
 * for a slow line; input handed to the console, character by character.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define REG(n) (((volatile uint8_t *)UART)[n])
#define THR REG(0)
#define IER REG(1)
#define IER_RX 1
#define IER_TX 2
#define FCR REG(2)
#define LCR REG(3)
#define LCR_8_BITS 3
#define LSR REG(5)
#define LSR_RX 0x01
#define LSR_TX_EMPTY 0x20
#define LSR_IDLE 0x40

#define PLIC_REG(o) (*(volatile uint32_t *)(PLIC + (o)))
#define UART_SOURCE 10
#define PLIC_PRIORITY(source) PLIC_REG(4 * (source))
#define PLIC_ENABLE PLIC_REG(0x2080)
#define PLIC_THRESHOLD PLIC_REG(0x201000)
#define PLIC_CLAIM PLIC_REG(0x201004)

static char ring[RING] __attribute__((section(".noinit")));
static uint32_t head, tail; /* put at head, sent from tail */
static bool sending;        /* the transmit interrupt is on */

void uart_init(void)
{
    LCR = LCR_8_BITS; /* the divisor stays as it came */
    FCR = 1; /* FIFOs on, which empties them */
    IER = IER_RX;
    PLIC_PRIORITY(UART_SOURCE) = 1;
    PLIC_ENABLE = 1 << UART_SOURCE;
    PLIC_THRESHOLD = 0;
    csr_set(sie, INT_EXTERNAL);
}

static void send(void)
{
    if (LSR & LSR_TX_EMPTY)
        for (int n = 0; n < 16 && tail != head; n++)
            THR = ring[tail++ % RING];
}

void uart_put(char c)
{
    while (head - tail == RING)
        send();
    ring[head++ % RING] = c;
    if (!sending) {
        sending = true;
        IER = IER_RX | IER_TX;
    }
}

static void put(void *to, char c)
{
    (void)to;
    uart_put(c);
}

/* The kernel's own lines. */
void print(const char *f, ...)
{
    va_list ap;
    va_start(ap, f);
    format(put, 0, f, ap);
    va_end(ap);
}

void uart_interrupt(void)
{
    uint32_t source = PLIC_CLAIM;
    if (source == UART_SOURCE) {
        while (LSR & LSR_RX)
            console_input(THR);
        send();
        if (head == tail && sending) {
            sending = false;
            IER = IER_RX;
        }
    }
    if (source)
        PLIC_CLAIM = source;
}

/* All out, by polling: for the last words. */
void uart_drain(void)
{
    while (head != tail)
        send();
    while (!(LSR & LSR_IDLE))
        ;
}

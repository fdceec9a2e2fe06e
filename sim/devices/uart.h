/* UART with the registers of a 16550A, a byte apart. Characters go out the
 * moment they are written, and come in as fast as they are read.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_UART_H
#define GATEHOUSE_UART_H

#include <stdbool.h>
#include <stdint.h>

#define UART_FIFO 16u

struct uart {
    void (*out)(void *ctx, uint8_t c); /* may be NULL */
    int (*in)(void *ctx);              /* -1: nothing yet; may be NULL */
    void *ctx;

    uint8_t fifo[UART_FIFO]; /* received */
    unsigned first, count;
    bool overrun;
    bool thr_interrupt; /* the holding register has become empty */
    uint8_t ier, fcr, lcr, mcr, scr;
    uint16_t divisor;
};

void uart_reset(struct uart *u);
uint32_t uart_load(struct uart *u, uint32_t offset, unsigned lanes);
void uart_store(struct uart *u, uint32_t offset, unsigned lanes, uint32_t data);

/* Lets input come in, if there is any. */
void uart_poll(struct uart *u);
bool uart_interrupts(const struct uart *u);

#endif

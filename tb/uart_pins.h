/* The far end of the serial line: turns the machine's tx pin into bytes and
 * bytes into its rx pin. Owns both shift registers; it learns the line's
 * format from the machine's own stores to the UART. It sends nothing before the
 * machine looks for input (reads LSR or RBR, or enables the interrupt), and no
 * faster than the machine reads, so that nothing is lost.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_UART_PINS_H
#define GATEHOUSE_UART_PINS_H

#include <stdbool.h>
#include <stdint.h>

#define UART_BASE 0x10000000u

struct uart_frame {
    unsigned bit_cycles, bits; /* data bits; parity and stop follow */
    bool parity;
};

struct uart_pins {
    uint16_t divisor;
    uint8_t lcr, fcr;
    bool listening;            /* the machine has begun to look for input */

    struct uart_frame tx;      /* the frame being received from the machine */
    unsigned tx_position;      /* 0: idle; else bit number + 1 */
    unsigned tx_wait, tx_data;
    uint64_t idle_cycles;      /* since the last bit of the last frame */
    uint64_t framing_errors;   /* frames without a stop bit */
    uint64_t narrow;           /* characters of 5 or 6 bits */

    struct uart_frame rx;      /* the frame being sent to the machine */
    unsigned rx_left, rx_wait, rx_data;
    unsigned unread;           /* bytes sent that the machine has not read */

    void (*put)(void *ctx, uint8_t byte); /* from the machine */
    int (*get)(void *ctx);                /* next byte for it, -1 for none now */
    void *ctx;
};

void uart_pins_init(struct uart_pins *u, void (*put)(void *, uint8_t), int (*get)(void *),
                    void *ctx);

/* What the machine did to the UART's registers: byte offset and value. */
void uart_pins_stored(struct uart_pins *u, unsigned offset, uint8_t value);
void uart_pins_loaded(struct uart_pins *u, unsigned offset);

/* One clock cycle: takes the level of tx, returns the level of rx. */
int uart_pins_tick(struct uart_pins *u, int tx);

/* True when the machine has sent nothing for three frames. */
bool uart_pins_quiet(const struct uart_pins *u);

#endif

/* See uart_pins.h. Register layout: 16550 (divisor latch at 0 and 1 while
 * LCR bit 7 is set; FCR at 2, LCR at 3). A bit lasts 16 x divisor cycles.
 * SPDX-License-Identifier: ISC */
#include "uart_pins.h"

#define LCR_DLAB 0x80
#define FCR_ENABLE 0x01
#define FCR_CLEAR_RX 0x02
#define IER_RX 0x01

void uart_pins_init(struct uart_pins *u, void (*put)(void *, uint8_t), int (*get)(void *),
                    void *ctx)
{
    *u = (struct uart_pins){.divisor = 1, .put = put, .get = get, .ctx = ctx};
}

static struct uart_frame frame_now(const struct uart_pins *u)
{
    return (struct uart_frame){
        .bit_cycles = 16u * (u->divisor ? u->divisor : 1),
        .bits = 5u + (u->lcr & 3u),
        .parity = u->lcr & 0x08,
    };
}

void uart_pins_stored(struct uart_pins *u, unsigned offset, uint8_t value)
{
    if (offset == 3)
        u->lcr = value;
    else if (u->lcr & LCR_DLAB && offset == 0)
        u->divisor = (uint16_t)((u->divisor & 0xFF00) | value);
    else if (u->lcr & LCR_DLAB && offset == 1)
        u->divisor = (uint16_t)((u->divisor & 0x00FF) | value << 8);
    else if (offset == 1)
        u->listening |= value & IER_RX;
    else if (offset == 2) {
        if (value & FCR_CLEAR_RX || (value ^ u->fcr) & FCR_ENABLE)
            u->unread = 0;
        u->fcr = value;
    }
}

void uart_pins_loaded(struct uart_pins *u, unsigned offset)
{
    u->listening |= offset == 0 || offset == 5; /* RBR, LSR */
    if (offset == 0 && !(u->lcr & LCR_DLAB) && u->unread)
        u->unread--;
}

/* The frame from the machine: sampled in the middle of each bit. */
static void receive(struct uart_pins *u, int tx)
{
    unsigned bit;

    if (!u->tx_position) {
        u->idle_cycles++;
        if (tx)
            return;
        u->tx = frame_now(u);
        u->tx_position = 1;
        u->tx_wait = u->tx.bit_cycles / 2;
        u->tx_data = 0;
        return;
    }
    if (--u->tx_wait)
        return;
    u->tx_wait = u->tx.bit_cycles;
    bit = u->tx_position++ - 1;
    if (bit == 0) {
        if (tx) /* a glitch, not a start bit */
            u->tx_position = 0;
    } else if (bit <= u->tx.bits) {
        u->tx_data |= (unsigned)tx << (bit - 1);
    } else if (bit == u->tx.bits + 1 + u->tx.parity) {
        u->narrow += u->tx.bits < 7;
        if (tx)
            u->put(u->ctx, (uint8_t)u->tx_data);
        else
            u->framing_errors++;
        u->tx_position = 0;
        u->idle_cycles = 0;
    }
}

static unsigned parity_of(unsigned data, uint8_t lcr)
{
    unsigned odd = __builtin_parity(data);

    if (lcr & 0x20) /* stick parity */
        return !(lcr & 0x10);
    return lcr & 0x10 ? odd : !odd;
}

static void start_sending(struct uart_pins *u)
{
    unsigned capacity = u->fcr & FCR_ENABLE ? 8 : 1; /* half the FIFO, or the buffer */
    int byte;

    if (!u->get || !u->listening || u->unread >= capacity || (byte = u->get(u->ctx)) < 0)
        return;
    u->rx = frame_now(u);
    u->rx_data = ((unsigned)byte & ((1u << u->rx.bits) - 1)) << 1; /* start bit 0 */
    u->rx_left = 1 + u->rx.bits;
    if (u->rx.parity)
        u->rx_data |= parity_of((unsigned)byte, u->lcr) << u->rx_left++;
    u->rx_data |= 3u << u->rx_left; /* two stop bits suit every setting */
    u->rx_left += 2;
    u->rx_wait = u->rx.bit_cycles;
    u->unread++;
}

static int send(struct uart_pins *u)
{
    int level;

    if (!u->rx_left) {
        start_sending(u);
        return u->rx_left ? 0 : 1;
    }
    level = (int)(u->rx_data & 1);
    if (--u->rx_wait == 0) {
        u->rx_wait = u->rx.bit_cycles;
        u->rx_data >>= 1;
        u->rx_left--;
    }
    return level;
}

int uart_pins_tick(struct uart_pins *u, int tx)
{
    receive(u, tx);
    return send(u);
}

bool uart_pins_quiet(const struct uart_pins *u)
{
    return u->tx_position == 0 && u->idle_cycles > 36u * frame_now(u).bit_cycles;
}

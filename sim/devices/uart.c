/* 16550A registers. A character never waits in the transmitter, so it is
 * always empty; a receiver FIFO below its trigger level reports the time-out
 * at once, for no time passes between characters.
 * SPDX-License-Identifier: ISC */
#include "uart.h"

#include <string.h>

enum { RBR_THR, IER, IIR_FCR, LCR, MCR, LSR, MSR, SCR };

#define IER_RECEIVED 0x01
#define IER_THR_EMPTY 0x02
#define IER_LINE_STATUS 0x04
#define IER_ALL 0x0F

#define IIR_NONE 0x01
#define IIR_THR_EMPTY 0x02
#define IIR_RECEIVED 0x04
#define IIR_LINE_STATUS 0x06
#define IIR_TIMEOUT 0x0C
#define IIR_FIFOS_ON 0xC0

#define FCR_ENABLE 0x01
#define FCR_CLEAR_RECEIVER 0x02
#define FCR_KEPT 0xC1

#define LCR_DLAB 0x80

#define MCR_LOOP 0x10
#define MCR_ALL 0x1F

#define LSR_DATA_READY 0x01
#define LSR_OVERRUN 0x02
#define LSR_THR_EMPTY 0x20
#define LSR_IDLE 0x40

void uart_reset(struct uart *u)
{
    u->first = u->count = 0;
    u->overrun = u->thr_interrupt = false;
    u->ier = u->fcr = u->lcr = u->mcr = u->scr = 0;
    u->divisor = 1;
}

static void receive(struct uart *u, uint8_t c)
{
    unsigned depth = u->fcr & FCR_ENABLE ? UART_FIFO : 1;

    if (u->count >= depth) {
        u->overrun = true;
        return;
    }
    u->fifo[(u->first + u->count++) % UART_FIFO] = c;
}

/* Takes a character only when there is room, so that none is lost. */
void uart_poll(struct uart *u)
{
    int c;

    if (u->count > 0 || !u->in || (u->mcr & MCR_LOOP))
        return;
    c = u->in(u->ctx);
    if (c >= 0)
        receive(u, c);
}

static unsigned trigger_level(const struct uart *u)
{
    static const uint8_t level[] = {1, 4, 8, 14};

    return u->fcr & FCR_ENABLE ? level[u->fcr >> 6] : 1;
}

/* The interrupt of the highest priority, as IIR names it. */
static uint8_t interrupt_id(const struct uart *u)
{
    if ((u->ier & IER_LINE_STATUS) && u->overrun)
        return IIR_LINE_STATUS;
    if ((u->ier & IER_RECEIVED) && u->count > 0)
        return u->count >= trigger_level(u) ? IIR_RECEIVED : IIR_TIMEOUT;
    if ((u->ier & IER_THR_EMPTY) && u->thr_interrupt)
        return IIR_THR_EMPTY;
    return IIR_NONE;
}

bool uart_interrupts(const struct uart *u)
{
    return interrupt_id(u) != IIR_NONE;
}

static uint8_t read_rbr(struct uart *u)
{
    uint8_t c;

    if (u->count == 0)
        return 0;
    c = u->fifo[u->first];
    u->first = (u->first + 1) % UART_FIFO;
    u->count--;
    return c;
}

/* Reading IIR takes back the transmitter's interrupt if that is what it
 * reports. */
static uint8_t read_iir(struct uart *u)
{
    uint8_t id = interrupt_id(u);

    if (id == IIR_THR_EMPTY)
        u->thr_interrupt = false;
    return id | (u->fcr & FCR_ENABLE ? IIR_FIFOS_ON : 0);
}

static uint8_t read_lsr(struct uart *u)
{
    uint8_t lsr = LSR_THR_EMPTY | LSR_IDLE;

    uart_poll(u);
    if (u->count > 0)
        lsr |= LSR_DATA_READY;
    if (u->overrun)
        lsr |= LSR_OVERRUN;
    u->overrun = false;
    return lsr;
}

/* In loop mode the modem outputs come back as inputs; otherwise a peer is
 * there and ready: CTS, DSR and DCD. */
static uint8_t read_msr(const struct uart *u)
{
    if (!(u->mcr & MCR_LOOP))
        return 0xB0;
    return (u->mcr & 0x0C) << 4 | (u->mcr & 0x02) << 3 | (u->mcr & 0x01) << 5;
}

static uint8_t read_register(struct uart *u, unsigned reg)
{
    switch (reg) {
    case RBR_THR:
        return u->lcr & LCR_DLAB ? u->divisor & 0xFF : read_rbr(u);
    case IER:
        return u->lcr & LCR_DLAB ? u->divisor >> 8 : u->ier;
    case IIR_FCR:
        return read_iir(u);
    case LCR:
        return u->lcr;
    case MCR:
        return u->mcr;
    case LSR:
        return read_lsr(u);
    case MSR:
        return read_msr(u);
    case SCR:
        return u->scr;
    default:
        return 0;
    }
}

static void write_thr(struct uart *u, uint8_t c)
{
    if (u->mcr & MCR_LOOP)
        receive(u, c);
    else if (u->out)
        u->out(u->ctx, c);
    u->thr_interrupt = true;
}

static void write_fcr(struct uart *u, uint8_t value)
{
    if ((value & FCR_CLEAR_RECEIVER) || ((value ^ u->fcr) & FCR_ENABLE))
        u->first = u->count = 0;
    u->fcr = value & FCR_KEPT;
}

/* Enabling the transmitter's interrupt raises it, the register being empty. */
static void write_ier(struct uart *u, uint8_t value)
{
    if (value & ~u->ier & IER_THR_EMPTY)
        u->thr_interrupt = true;
    u->ier = value & IER_ALL;
}

static void write_register(struct uart *u, unsigned reg, uint8_t value)
{
    switch (reg) {
    case RBR_THR:
        if (u->lcr & LCR_DLAB)
            u->divisor = (u->divisor & 0xFF00) | value;
        else
            write_thr(u, value);
        break;
    case IER:
        if (u->lcr & LCR_DLAB)
            u->divisor = (u->divisor & 0x00FF) | value << 8;
        else
            write_ier(u, value);
        break;
    case IIR_FCR:
        write_fcr(u, value);
        break;
    case LCR:
        u->lcr = value;
        break;
    case MCR:
        u->mcr = value & MCR_ALL;
        break;
    case SCR:
        u->scr = value;
        break;
    }
}

uint32_t uart_load(struct uart *u, uint32_t offset, unsigned lanes)
{
    uint32_t data = 0;

    for (unsigned i = 0; i < 4; i++)
        if (lanes & 1u << i)
            data |= (uint32_t)read_register(u, offset + i) << 8 * i;
    return data;
}

void uart_store(struct uart *u, uint32_t offset, unsigned lanes, uint32_t data)
{
    for (unsigned i = 0; i < 4; i++)
        if (lanes & 1u << i)
            write_register(u, offset + i, data >> 8 * i);
}

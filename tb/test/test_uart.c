/* The serial line: a machine's side is played by hand, bit by bit.
 * SPDX-License-Identifier: ISC */
#include "../uart_pins.h"
#include "check.h"

#include <stddef.h>

struct line {
    uint8_t got[16];
    unsigned count;
    const char *to_send;
};

static void put(void *ctx, uint8_t byte)
{
    struct line *l = ctx;

    l->got[l->count++ & 15] = byte;
}

static int get(void *ctx)
{
    struct line *l = ctx;

    return *l->to_send ? *l->to_send++ : -1;
}

/* Puts a frame on tx: `bits` levels, lowest first, and one stop bit. */
static void machine_sends(struct uart_pins *u, unsigned levels, unsigned bits, unsigned bit_cycles)
{
    levels |= 1u << bits;
    for (unsigned i = 0; i <= bits; i++)
        for (unsigned c = 0; c < bit_cycles; c++)
            uart_pins_tick(u, levels >> i & 1);
}

void test_uart_carries_bytes_from_the_machine(void)
{
    struct line l = {.to_send = ""};
    struct uart_pins u;

    uart_pins_init(&u, put, get, &l);
    uart_pins_stored(&u, 3, 0x03); /* reset leaves 5 bits */
    for (unsigned i = 0; i < 100; i++)
        uart_pins_tick(&u, 1);
    machine_sends(&u, 'G' << 1, 9, 16);
    machine_sends(&u, 0xFF << 1, 9, 16);
    machine_sends(&u, 0x00 << 1, 9, 16);
    CHECK(l.count == 3 && l.got[0] == 'G' && l.got[1] == 0xFF && l.got[2] == 0x00);
    CHECK(u.framing_errors == 0 && !uart_pins_quiet(&u));
    for (unsigned i = 0; i < 1000; i++)
        uart_pins_tick(&u, 1);
    CHECK(uart_pins_quiet(&u));
    for (unsigned i = 0; i < 300; i++) /* a break: no byte */
        uart_pins_tick(&u, 0);
    CHECK(l.count == 3 && u.framing_errors > 0);
}

/* Reads a frame from rx as the machine would: the levels after the start bit. */
static unsigned machine_receives(struct uart_pins *u, unsigned bits, unsigned bit_cycles)
{
    unsigned levels = 0, wait = 0;

    while (uart_pins_tick(u, 1) && wait++ < 10000)
        ;
    for (unsigned c = 0; c < bit_cycles / 2; c++)
        uart_pins_tick(u, 1);
    for (unsigned i = 0; i < bits; i++) {
        for (unsigned c = 0; c < bit_cycles - 1; c++)
            uart_pins_tick(u, 1);
        levels |= (unsigned)uart_pins_tick(u, 1) << i;
    }
    return levels;
}

void test_uart_carries_bytes_to_the_machine(void)
{
    struct line l = {.to_send = "aU"};
    struct uart_pins u;

    uart_pins_init(&u, put, get, &l);
    uart_pins_stored(&u, 2, 0x01); /* FIFO on */
    uart_pins_stored(&u, 3, 0x03);
    for (unsigned i = 0; i < 1000; i++)
        CHECK(uart_pins_tick(&u, 1) == 1); /* nobody listens yet */
    uart_pins_loaded(&u, 5);
    CHECK(machine_receives(&u, 9, 16) == (0x100 | 'a'));
    CHECK(machine_receives(&u, 9, 16) == (0x100 | 'U'));
}

void test_uart_follows_divisor_and_format(void)
{
    struct line l = {.to_send = ""};
    struct uart_pins u;

    uart_pins_init(&u, put, get, &l);
    uart_pins_stored(&u, 3, 0x80);
    uart_pins_stored(&u, 0, 3);
    uart_pins_stored(&u, 1, 1);    /* divisor 259 */
    uart_pins_stored(&u, 3, 0x1A); /* 7 bits, even parity */
    uart_pins_stored(&u, 0, 0x55); /* a byte to send, not a divisor */
    machine_sends(&u, ('Q' | (unsigned)__builtin_parity('Q') << 7) << 1, 9, 16 * 259);
    CHECK(l.count == 1 && l.got[0] == 'Q');
    l.to_send = "S";
    uart_pins_loaded(&u, 5);
    CHECK(machine_receives(&u, 9, 16 * 259) ==
          (0x100 | 'S' | (unsigned)__builtin_parity('S') << 7));
}

void test_uart_waits_for_the_reader(void)
{
    struct line l = {.to_send = "0123456789abcdef"};
    struct uart_pins u;

    uart_pins_init(&u, put, get, &l);
    uart_pins_stored(&u, 1, 0x01); /* the receive interrupt: somebody listens */
    for (unsigned i = 0; i < 10000; i++)
        uart_pins_tick(&u, 1);
    CHECK(l.to_send[0] == '1'); /* no FIFO: one byte until it is read */
    uart_pins_loaded(&u, 0);
    uart_pins_stored(&u, 2, 0x01);
    for (unsigned i = 0; i < 10000; i++)
        uart_pins_tick(&u, 1);
    CHECK(l.to_send[0] == '9'); /* eight more in the FIFO */
}

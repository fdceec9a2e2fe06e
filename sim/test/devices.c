/* PLIC, CLINT, UART and finisher, register by register.
 * SPDX-License-Identifier: ISC */
#include <string.h>

#include "../devices/devices.h"
#include "test.h"

#define ENABLE_M 0x2000
#define ENABLE_S 0x2080
#define THRESHOLD_S 0x201000
#define CLAIM_M 0x200004
#define CLAIM_S 0x201004

static struct plic plic_with(uint32_t enable_s)
{
    struct plic p;

    plic_reset(&p);
    for (unsigned s = 1; s < 32; s++)
        plic_store(&p, 4 * s, 0xF, 1);
    plic_store(&p, ENABLE_S, 0xF, enable_s);
    return p;
}

static void plic_claim_and_complete(void)
{
    struct plic p = plic_with(1 << 10);

    plic_set_lines(&p, 1 << 10);
    CHECK(plic_interrupts(&p, PLIC_CONTEXT_S));
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_M));
    EQUAL(plic_load(&p, 0x1000), 1 << 10);
    EQUAL(plic_load(&p, CLAIM_M), 0);
    EQUAL(plic_load(&p, CLAIM_S), 10);
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_S));
    EQUAL(plic_load(&p, CLAIM_S), 0);
    plic_set_lines(&p, 1 << 10); /* the line is still up, the gateway shut */
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_S));
    plic_store(&p, CLAIM_M, 0xF, 10); /* not enabled there: ignored */
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_S));
    plic_store(&p, CLAIM_S, 0xF, 10);
    CHECK(plic_interrupts(&p, PLIC_CONTEXT_S));
    EQUAL(plic_load(&p, CLAIM_S), 10);
    plic_set_lines(&p, 0);
    plic_store(&p, CLAIM_S, 0xF, 10);
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_S));
}

static void plic_priority_and_threshold(void)
{
    struct plic p = plic_with(0xFFFFFFFF);

    plic_store(&p, 4 * 7, 0xF, 5);
    plic_store(&p, 4 * 9, 0xF, 5);
    plic_store(&p, 4 * 3, 0xF, 0); /* never interrupts */
    plic_set_lines(&p, 1 << 3 | 1 << 4 | 1 << 7 | 1 << 9);
    plic_store(&p, THRESHOLD_S, 0xF, 5);
    CHECK(!plic_interrupts(&p, PLIC_CONTEXT_S));
    plic_store(&p, THRESHOLD_S, 0xF, 4);
    CHECK(plic_interrupts(&p, PLIC_CONTEXT_S));
    EQUAL(plic_load(&p, CLAIM_S), 7);
    EQUAL(plic_load(&p, CLAIM_S), 9);
    EQUAL(plic_load(&p, CLAIM_S), 4); /* a claim does not ask the threshold */
    EQUAL(plic_load(&p, CLAIM_S), 0);
}

static void plic_register_widths(void)
{
    struct plic p;

    plic_reset(&p);
    plic_store(&p, 0, 0xF, 0xFFFFFFFF);
    plic_store(&p, 4 * 31, 0xF, 0xFFFFFFFF);
    plic_store(&p, 4 * 32, 0xF, 0xFFFFFFFF);
    plic_store(&p, ENABLE_M, 0xF, 0xFFFFFFFF);
    plic_store(&p, ENABLE_S, 2, 0xFFFFFFFF);
    plic_store(&p, THRESHOLD_S, 0xF, 0xFFFFFFFF);
    EQUAL(plic_load(&p, 0), 0);
    EQUAL(plic_load(&p, 4 * 31), 7);
    EQUAL(plic_load(&p, 4 * 32), 0);
    EQUAL(plic_load(&p, ENABLE_M), 0xFFFFFFFE);
    EQUAL(plic_load(&p, ENABLE_S), 0x0000FF00);
    EQUAL(plic_load(&p, THRESHOLD_S), 7);
}

/* Loads and stores of all sizes through the address map. */
static void clint_by_bytes_and_words(void)
{
    struct model *m = rig_new(false);

    m->x[5] = 0x02004000;
    m->x[7] = 0x89ABCDEF;
    rig_execute(m, encode_store(2, 7, 5, 4));
    rig_execute(m, encode_store(1, 7, 5, 2));
    rig_execute(m, encode_store(0, 7, 5, 1));
    EQUAL(m->clint.mtimecmp, UINT64_C(0x89ABCDEFCDEFEFFF));
    EQUAL(rig_execute(m, encode_i(OP_LOAD, 4, 6, 5, 1)).rd_val, 0xEF);
    EQUAL(rig_execute(m, encode_i(OP_LOAD, 1, 6, 5, 6)).rd_val, 0xFFFF89AB);
    EQUAL(rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 0x7FC)).rd_val, 0);

    m->x[5] = 0x02000000;
    rig_execute(m, encode_store(2, 7, 5, 0));
    CHECK(pending_bits(m) & MIP_MSIP);
    EQUAL(rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 0)).rd_val, 1);
    rig_execute(m, encode_store(2, 0, 5, 0));
    CHECK(!(pending_bits(m) & MIP_MSIP));
    model_free(m);
}

static void clint_timer_pends_at_its_time(void)
{
    struct clint c;

    clint_reset(&c);
    CHECK(!clint_mtip(&c));
    clint_store(&c, 0x4000, 0xF, 100);
    clint_store(&c, 0x4004, 0xF, 0);
    c.mtime = 99;
    CHECK(!clint_mtip(&c));
    c.mtime = 100;
    CHECK(clint_mtip(&c));
    clint_store(&c, 0xBFFC, 0xF, 1);
    EQUAL(c.mtime, UINT64_C(0x100000064));
}

static char sent[64];
static unsigned sent_count;
static const char *to_come;

static void take(void *ctx, uint8_t c)
{
    (void)ctx;
    sent[sent_count++ % sizeof sent] = c;
}

static int give(void *ctx)
{
    (void)ctx;
    return *to_come ? *to_come++ : -1;
}

static struct uart connected_uart(const char *input)
{
    struct uart u = {.out = take, .in = give};

    uart_reset(&u);
    sent_count = 0;
    to_come = input;
    return u;
}

static void put(struct uart *u, unsigned reg, uint8_t value)
{
    unsigned lane = reg & 3;

    uart_store(u, reg & ~3u, 1u << lane, (uint32_t)value << 8 * lane);
}

static uint8_t get(struct uart *u, unsigned reg)
{
    unsigned lane = reg & 3;

    return uart_load(u, reg & ~3u, 1u << lane) >> 8 * lane;
}

static void uart_sends_and_receives(void)
{
    struct uart u = connected_uart("hi");

    put(&u, 0, 'o');
    put(&u, 0, 'k');
    EQUAL(sent_count, 2);
    CHECK(memcmp(sent, "ok", 2) == 0);
    EQUAL(get(&u, 5), 0x61);
    EQUAL(get(&u, 0), 'h');
    EQUAL(get(&u, 5), 0x61);
    EQUAL(get(&u, 0), 'i');
    EQUAL(get(&u, 5), 0x60);
}

static void uart_divisor_behind_dlab(void)
{
    struct uart u = connected_uart("");

    EQUAL(u.divisor, 1);
    put(&u, 3, 0x83);
    put(&u, 0, 0x34);
    put(&u, 1, 0x12);
    EQUAL(u.divisor, 0x1234);
    EQUAL(get(&u, 0), 0x34);
    EQUAL(get(&u, 1), 0x12);
    put(&u, 3, 0x03);
    EQUAL(get(&u, 1), 0);
    EQUAL(get(&u, 3), 0x03);
    put(&u, 7, 0x5A);
    EQUAL(get(&u, 7), 0x5A);
    EQUAL(sent_count, 0);
}

static void uart_interrupt_identification(void)
{
    struct uart u = connected_uart("x");

    EQUAL(get(&u, 2), 0x01);
    put(&u, 1, 0x02);
    CHECK(uart_interrupts(&u));
    EQUAL(get(&u, 2), 0x02); /* transmitter empty: reading takes it back */
    CHECK(!uart_interrupts(&u));
    EQUAL(get(&u, 2), 0x01);
    put(&u, 0, 'a');
    CHECK(uart_interrupts(&u));

    put(&u, 1, 0x03);
    put(&u, 2, 0x01);
    uart_poll(&u);
    EQUAL(get(&u, 2), 0xC4); /* received data come first */
    put(&u, 2, 0x81);        /* trigger at 8: one character is a time-out */
    EQUAL(get(&u, 2), 0xCC);
    EQUAL(get(&u, 0), 'x');
    EQUAL(get(&u, 2), 0xC2);
    EQUAL(get(&u, 2), 0xC1);
}

static void uart_loopback(void)
{
    struct uart u = connected_uart("not read");

    put(&u, 2, 0x01);
    put(&u, 4, 0x1A);
    EQUAL(get(&u, 6), 0x90); /* OUT2 to DCD, RTS to CTS */
    put(&u, 0, 'q');
    EQUAL(sent_count, 0);
    EQUAL(get(&u, 5) & 1, 1);
    EQUAL(get(&u, 0), 'q');
    for (unsigned i = 0; i < 17; i++)
        put(&u, 0, i);
    EQUAL(get(&u, 5) & 2, 2); /* the 17th overran the FIFO; reading clears */
    EQUAL(get(&u, 5) & 2, 0);
    put(&u, 2, 0x03);
    EQUAL(get(&u, 5) & 1, 0);
}

static void uart_interrupt_reaches_the_hart(void)
{
    struct model *m = rig_new(false);

    m->x[5] = 0x10000000;
    m->x[7] = 2;
    plic_store(&m->plic, 4 * 10, 0xF, 1);
    plic_store(&m->plic, ENABLE_S, 0xF, 1 << 10);
    rig_execute(m, encode_store(0, 7, 5, 1));
    EQUAL(pending_bits(m), MIP_SEIP);
    rig_execute(m, encode_i(OP_LOAD, 4, 6, 5, 2));
    EQUAL(pending_bits(m), MIP_SEIP); /* latched in the PLIC until claimed */
    m->x[5] = 0x0C201000;
    EQUAL(rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 4)).rd_val, 10);
    EQUAL(pending_bits(m), 0);
    model_free(m);
}

static void finisher_codes(void)
{
    int code = -1;

    EQUAL(finisher_decode(0x5555, &code), MODEL_EXIT);
    EQUAL(code, 0);
    EQUAL(finisher_decode(42u << 16 | 0x3333, &code), MODEL_EXIT);
    EQUAL(code, 42);
    EQUAL(finisher_decode(0x7777, &code), MODEL_RESET);
    EQUAL(finisher_decode(0, &code), MODEL_OK);
}

void test_devices(void)
{
    RUN(plic_claim_and_complete);
    RUN(plic_priority_and_threshold);
    RUN(plic_register_widths);
    RUN(clint_by_bytes_and_words);
    RUN(clint_timer_pends_at_its_time);
    RUN(uart_sends_and_receives);
    RUN(uart_divisor_behind_dlab);
    RUN(uart_interrupt_identification);
    RUN(uart_loopback);
    RUN(uart_interrupt_reaches_the_hart);
    RUN(finisher_codes);
}

/* Checks, ends and snippets of the C tests (rt.h).
 * SPDX-License-Identifier: ISC */
#include <stddef.h>
#include "../test.h"
#include "rt_offsets.h"

_Static_assert(offsetof(struct rt_run, pc) == RUN_PC && offsetof(struct rt_run, a2) == RUN_A2, "");
_Static_assert(offsetof(struct rt_out, a2) == OUT_A2 && sizeof(struct rt_out) == OUT_SIZE, "");

#define EXIT_UNEXPECTED 199

void rt_go(const struct rt_run *run);
void rt_unexpected(void);
void rt_init(void);

uint32_t enter_status;
int rt_user_mapped;
static unsigned checks;
extern char do_nothing_page[] asm("do_nothing");

static void put(const char *s)
{
    for (; *s; s++) {
        while (!(UART_REG(5) & 0x20))
            ;
        UART_REG(0) = (uint8_t)*s;
    }
}

static void put_hex(uint32_t v)
{
    char text[11] = "0x";
    for (int i = 0; i < 8; i++)
        text[2 + i] = "0123456789abcdef"[(v >> (28 - 4 * i)) & 15];
    text[10] = 0;
    put(text);
}

static void put_dec(unsigned v)
{
    char text[11];
    int i = 10;
    text[i] = 0;
    do
        text[--i] = (char)('0' + v % 10);
    while (v /= 10);
    put(text + i);
}

static void finish(uint32_t word) __attribute__((noreturn));
static void finish(uint32_t word)
{
    while (!(UART_REG(5) & 0x40)) /* let the line leave the UART */
        ;
    for (;;)
        *(volatile uint32_t *)FINISHER = word;
}

void rt_pass(void)
{
    for (;;)
        *(volatile uint32_t *)FINISHER = FINISH_PASS;
}

static void fail(const char *file, int line, const char *what, uint32_t got, const char *is,
                 uint32_t want)
{
    put(file);
    put(":");
    put_dec((unsigned)line);
    put(": ");
    put(what);
    put(" = ");
    put_hex(got);
    put(is);
    put_hex(want);
    put("; last trap: by ");
    put_dec(out.by);
    put(" cause ");
    put_hex(out.cause);
    put(" epc ");
    put_hex(out.epc);
    put(" tval ");
    put_hex(out.tval);
    put("\n");
    finish((checks < 198 ? checks : 198) << 16 | FINISH_FAIL);
}

void rt_eq(const char *file, int line, const char *what, uint32_t got, uint32_t want)
{
    checks++;
    if (got != want)
        fail(file, line, what, got, ", want ", want);
}

void rt_ne(const char *file, int line, const char *what, uint32_t got, uint32_t other)
{
    checks++;
    if (got == other)
        fail(file, line, what, got, ", must differ from ", other);
}

void rt_unexpected(void)
{
    put("unexpected trap in the test itself: cause ");
    put_hex(out.cause);
    put(" epc ");
    put_hex(out.epc);
    put(" tval ");
    put_hex(out.tval);
    put("\n");
    finish(EXIT_UNEXPECTED << 16 | FINISH_FAIL);
}

void rt_init(void)
{
    UART_REG(3) = 3; /* 8 bits, DLAB = 0 */
}

uint32_t address_in(enum mode mode, snippet *code)
{
    uint32_t pc = (uint32_t)code;
    if (mode == U && rt_user_mapped)
        pc = pc - (uint32_t)do_nothing_page + USER_TEXT + ((uint32_t)do_nothing_page & (PAGE - 1));
    return pc;
}

void go_at(enum mode mode, uint32_t pc, uint32_t a0, uint32_t a1, uint32_t a2)
{
    uint32_t entered = MSTATUS_MPP | MSTATUS_MPIE | MSTATUS_MIE | MSTATUS_SIE | MSTATUS_SPIE |
                       MSTATUS_SPP | MSTATUS_MPRV;
    uint32_t status = (READ(mstatus) & ~entered) | (uint32_t)mode << 11 | enter_status;
    struct rt_run run = {.pc = pc, .status = status, .a0 = a0, .a1 = a1, .a2 = a2};
    enter_status = 0;
    out.by = 0;
    out.cause = out.epc = out.tval = 0xdeadbeef;
    rt_go(&run);
}

void go(enum mode mode, snippet *code, uint32_t a0, uint32_t a1, uint32_t a2)
{
    go_at(mode, address_in(mode, code), a0, a1, a2);
}

uint32_t ecall_cause(enum mode mode)
{
    return CAUSE_ECALL_U + (uint32_t)mode;
}

void rt_ended_well(const char *file, int line, enum mode mode)
{
    rt_eq(file, line, "cause at the end", out.cause, ecall_cause(mode));
}

void rt_trapped(const char *file, int line, enum mode by, uint32_t cause, uint32_t epc,
                uint32_t tval)
{
    rt_eq(file, line, "cause", out.cause, cause);
    rt_eq(file, line, "mode of the handler", out.by, by);
    rt_eq(file, line, "epc", out.epc, epc);
    rt_eq(file, line, "tval", out.tval, tval);
}

/* One word of code and the ecall behind it. */
SNIPPET(word_run, "nop");

uint32_t word_address(enum mode mode)
{
    return address_in(mode, word_run);
}

void go_word(enum mode mode, uint32_t word, uint32_t a0, uint32_t a1)
{
    *(volatile uint32_t *)word_run = word;
    asm volatile("fence.i" ::: "memory");
    go(mode, word_run, a0, a1, 0);
}

void csr_illegal(enum mode mode, uint32_t number)
{
    static const uint32_t forms[] = {
        0x00002573, /* csrrs a0, x0 */ 0x00051573, /* csrrw a0, a0 */
        0x0005a573, /* csrrs a0, a1 */ 0x0005b573, /* csrrc a0, a1 */
        0x00005073, /* csrrwi x0, 0 */ 0x00007573, /* csrrci a0, 0 */
    };
    for (unsigned i = 0; i < sizeof forms / sizeof *forms; i++) {
        uint32_t word = forms[i] | number << 20;
        go_word(mode, word, 0x13579bdf, 0xffffffff);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(mode), word);
        EQ(out.a0, 0x13579bdf);
    }
}

uint32_t csr_read(enum mode mode, uint32_t number)
{
    go_word(mode, CSRR_A0(number), 0, 0);
    ENDED_WELL(mode);
    return out.a0;
}

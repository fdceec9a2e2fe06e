/* See simulation.h. One cycle is: inputs and outputs settle while the clock is
 * low; what retires is taken; the pins go to the serial line and the card; the
 * clock rises.
 * SPDX-License-Identifier: ISC */
#include "simulation.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../sim/common/isa_names.h"
#include "../sim/common/describe.h"
#include "memory.h"
#include "retire_trace.h"
#include "rvfi.h"
#include "uart_pins.h"

#define RESET_CYCLES 4
#define DEADLOCK_CYCLES 100000
#define HOUSEKEEPING_MASK 0xFFFF /* every so many cycles: signals, keys, progress */
#define DRAIN_FRAMES 40          /* longest wait for the serial line after the end */

#define FINISHER 0x00100000u
#define FINISHER_PASS 0x5555
#define FINISHER_FAIL 0x3333
#define FINISHER_RESET 0x7777

struct simulation {
    struct setup *s;
    struct stats *stats;
    struct outcome *outcome;
    struct machine_inputs in;
    struct machine_outputs out;
    struct uart_pins uart;
    uint8_t card_pins;           /* the card's pins as it last saw them */
    uint64_t cycle, last_retired_at;
    unsigned events;             /* counted events since the last retirement */
    struct retire last;
    /* The finisher ends a run when both have been seen: the store retiring and
     * the device's pin. They come in either order. */
    bool finish_stored, finish_pin;
    uint32_t finish_word;
    bool ended;
    bool waving;
    struct timespec started, last_progress;
    uint64_t last_progress_cycle;
};

static volatile sig_atomic_t interrupted_by_user;

static void on_signal(int number)
{
    (void)number;
    interrupted_by_user = 1;
}

/* ---- Ends */

static void end(struct simulation *m, int status, const char *message)
{
    m->ended = true;
    m->outcome->status = status;
    m->outcome->by_program = message == NULL;
    m->outcome->cycle = m->cycle;
    if (message)
        snprintf(m->outcome->message, sizeof m->outcome->message, "%s", message);
}

/* An exit status has 8 bits; a failure stays a failure. */
static void end_program(struct simulation *m, uint32_t code)
{
    end(m, code && !(code & 0xFF) ? 1 : (int)(code & 0xFF), NULL);
}

static void reset_machine(struct simulation *m)
{
    m->in.rst = 1;
    for (unsigned i = 0; i < RESET_CYCLES; i++) {
        verilated_low(m->s->machine, &m->in, &m->out);
        verilated_high(m->s->machine);
    }
    m->in.rst = 0;
    m->finish_stored = m->finish_pin = false;
    m->last_retired_at = m->cycle;
    if (m->s->lockstep)
        lockstep_reset(m->s->lockstep);
    uart_pins_init(&m->uart, console_put, console_get, &m->s->console);
}

static void finish(struct simulation *m)
{
    if ((m->finish_word & 0xFFFF) == FINISHER_PASS)
        end_program(m, 0);
    else if ((m->finish_word & 0xFFFF) == FINISHER_FAIL)
        end_program(m, m->finish_word >> 16);
    else if ((m->finish_word & 0xFFFF) == FINISHER_RESET)
        reset_machine(m);
    m->finish_stored = m->finish_pin = false;
}

/* ---- Retirement */

static void device_access(struct simulation *m, const struct retire *r)
{
    uint32_t word = (uint32_t)r->mem_paddr;

    if (word == FINISHER && r->mem_wmask & 1) {
        m->finish_stored = true;
        return;
    }
    if (word < UART_BASE || word > UART_BASE + 4)
        return;
    for (unsigned i = 0; i < 4; i++) {
        if (r->mem_wmask >> i & 1)
            uart_pins_stored(&m->uart, word - UART_BASE + i, (uint8_t)(r->mem_wdata >> (8 * i)));
        if (r->mem_rmask >> i & 1)
            uart_pins_loaded(&m->uart, word - UART_BASE + i);
    }
}

/* Shows an instruction to all that watch; false: the run has ended. */
static bool show(struct simulation *m)
{
    struct setup *s = m->s;
    struct retire *r = &m->last;
    struct rvfi_before before;

    verilated_retired(s->machine, r, &before);
    rvfi_complete(r, &before);
    r->cycle = m->cycle;
    stats_retire(m->stats, r);
    if (s->log)
        describe_log(s->log, r, s->image);
    if (s->retire_trace)
        retire_trace_line(s->retire_trace, r, m->events);
    m->events = 0;
    if (s->lockstep && !lockstep_retire(s->lockstep, r)) {
        end(m, STATUS_MISMATCH, "RTL and reference model differ");
        return false;
    }
    if (s->events)
        events_retire(s->events, r);
    return true;
}

static void retired(struct simulation *m)
{
    struct setup *s = m->s;
    struct retire *r = &m->last;

    m->last_retired_at = m->cycle;
    if (!s->watched) {
        verilated_outline(s->machine, r);
        m->stats->instructions += !r->trap;
    } else if (!show(m)) {
        return;
    }
    if (!(r->mem_wmask | r->mem_rmask))
        return;
    if (r->mem_paddr < DRAM_BASE)
        device_access(m, r);
    else if (s->has_tohost && r->mem_wmask && r->mem_paddr == s->tohost && r->mem_wdata & 1)
        end_program(m, r->mem_wdata >> 1);
}

/* ---- Cycles */

static void drive_pins(struct simulation *m)
{
    uint8_t pins = (uint8_t)(m->out.spi_cs_n | m->out.spi_sck << 1 | m->out.spi_mosi << 2);

    m->in.uart_rx = (uint8_t)uart_pins_tick(&m->uart, m->out.uart_tx);
    if (m->s->card && pins != m->card_pins) {
        m->card_pins = pins;
        m->in.spi_miso = (uint8_t)sdcard_pins(m->s->card, m->out.spi_cs_n, m->out.spi_sck,
                                              m->out.spi_mosi);
    }
}

static void wave_window(struct simulation *m)
{
    const struct options *o = m->s->options;
    bool on = m->cycle >= o->wave_from && m->cycle <= o->wave_to;

    if (on != m->waving)
        verilated_wave_on(m->s->machine, on);
    m->waving = on;
}

static void one_cycle(struct simulation *m)
{
    if (m->s->options->wave)
        wave_window(m);
    verilated_low(m->s->machine, &m->in, &m->out);
    if (m->s->watched) {
        stats_events(m->stats, m->out.events);
        m->events |= m->out.events;
    }
    if (m->out.valid)
        retired(m);
    if (m->out.finish_valid) {
        m->finish_pin = true;
        m->finish_word = m->out.finish_code;
    }
    drive_pins(m);
    verilated_miso(m->s->machine, m->in.spi_miso);
    verilated_high(m->s->machine);
    m->cycle++;
    if (m->finish_pin && m->finish_stored && !m->ended)
        finish(m);
    if (m->s->console.seen && !m->ended)
        end_program(m, 0);
}

/* The instruction after the last retired one, if it can be had without a
 * translation: it is on the same page or pages are not in use. */
static bool waits_in_wfi(const struct simulation *m)
{
    const struct retire *r = &m->last;
    const uint8_t *at;
    uint32_t word, paddr = (uint32_t)(r->pc_paddr & ~UINT64_C(0xFFF)) | (r->next_pc & 0xFFC);

    if (r->insn == ISA_WFI)
        return true;
    if ((r->pc ^ r->next_pc) >> 12)
        paddr = r->next_pc;
    at = memory_at(paddr, 4);
    if (!at)
        return false;
    memcpy(&word, at, 4);
    return word == ISA_WFI;
}

static double seconds_since(const struct timespec *t)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - t->tv_sec) + 1e-9 * (double)(now.tv_nsec - t->tv_nsec);
}

static void show_progress(struct simulation *m)
{
    double seconds = seconds_since(&m->last_progress);

    if (seconds < 1)
        return;
    fprintf(stderr, "\r%llu cycles, %llu instructions, %.0f kHz ", (unsigned long long)m->cycle,
            (unsigned long long)m->stats->instructions,
            (double)(m->cycle - m->last_progress_cycle) / seconds / 1000);
    fflush(stderr);
    m->last_progress_cycle = m->cycle;
    clock_gettime(CLOCK_MONOTONIC, &m->last_progress);
}

static void housekeeping(struct simulation *m, bool progress)
{
    if (interrupted_by_user || m->s->console.quit)
        end(m, STATUS_QUIT, "ended by the user");
    if (progress)
        show_progress(m);
}

/* After the end: lets what the UART still holds reach the line. */
static void drain(struct simulation *m)
{
    uint64_t longest = DRAIN_FRAMES * 12ull * 16 * (m->uart.divisor ? m->uart.divisor : 1);

    m->uart.idle_cycles = 0;
    for (uint64_t i = 0; i < longest && !uart_pins_quiet(&m->uart); i++) {
        verilated_low(m->s->machine, &m->in, &m->out);
        uart_pins_tick(&m->uart, m->out.uart_tx);
        verilated_high(m->s->machine);
    }
}

static void say_line_trouble(const struct uart_pins *u)
{
    if (u->narrow)
        fprintf(stderr, "gatehouse: serial line: %llu characters of fewer than 7 bits; "
                "was the UART's line control register set?\n", (unsigned long long)u->narrow);
    if (u->framing_errors)
        fprintf(stderr, "gatehouse: serial line: %llu frames without a stop bit\n",
                (unsigned long long)u->framing_errors);
}

static bool wants_progress(const struct options *o)
{
    if (o->progress == PROGRESS_AUTO)
        return !o->quiet && !o->interactive && isatty(STDERR_FILENO);
    return o->progress == PROGRESS_ON;
}

void simulation_run(struct setup *s, struct stats *stats, struct outcome *outcome)
{
    const struct options *o = s->options;
    struct simulation m = {
        .s = s,
        .stats = stats,
        .outcome = outcome,
        .in = {.uart_rx = 1, .spi_miso = 1, .dram_latency = o->latency,
               .dram_bytes = o->dram_bytes},
        .card_pins = 0xFF,
    };
    bool progress = wants_progress(o);

    signal(SIGINT, on_signal);
    clock_gettime(CLOCK_MONOTONIC, &m.started);
    m.last_progress = m.started;
    if (s->retire_trace)
        retire_trace_begin(s->retire_trace);
    reset_machine(&m);
    while (!m.ended) {
        one_cycle(&m);
        if (m.ended)
            break;
        if (m.cycle == o->cycles)
            end(&m, STATUS_CYCLE_LIMIT, "the cycle limit was reached");
        else if (m.cycle - m.last_retired_at >= DEADLOCK_CYCLES) {
            if (waits_in_wfi(&m))
                m.last_retired_at = m.cycle;
            else
                end(&m, STATUS_DEADLOCK, "deadlock: nothing retires");
        }
        if (!(m.cycle & HOUSEKEEPING_MASK))
            housekeeping(&m, progress);
    }
    stats->cycles = m.cycle;
    stats->seconds = seconds_since(&m.started);
    if (progress)
        fprintf(stderr, "\n");
    drain(&m);
    if (!o->quiet)
        say_line_trouble(&m.uart);
}

/* What the kernel's services cost, warm: cycles and instructions of one, the
 * least of some tries, from user C and back. Prints "NAME cycles instructions".
 * Argument: 0 measures, others are its partners.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define TRIES 8
#define SILENCE 20000 /* ticks, for the console to become quiet */

struct sample {
    uint32_t cycles, instructions;
};

static struct sample best;
static uint32_t empty_cycles, empty_instructions; /* of start and stop themselves */

/* In registers only: the cache is to see nothing but what is measured. */
static inline __attribute__((always_inline)) struct sample begin(void)
{
    struct sample s;
    s.instructions = read_counter(instret);
    s.cycles = read_counter(cycle);
    return s;
}

static inline __attribute__((always_inline)) void end(struct sample s)
{
    uint32_t cycles = read_counter(cycle) - s.cycles;
    uint32_t instructions = read_counter(instret) - s.instructions;
    if (cycles < best.cycles)
        best = (struct sample){cycles, instructions};
}

static void report(const char *name, uint32_t times)
{
    printf("bench %s %u %u\n", name, (best.cycles - empty_cycles) / times,
           (best.instructions - empty_instructions) / times);
    best.cycles = -1;
}

/* After the console has said what it has to say. */
#define MEASURE(name, times, what)             \
    do {                                       \
        sleep(SILENCE);                        \
        for (int try_ = 0; try_ < TRIES; try_++) { \
            struct sample s_ = begin();        \
            what;                              \
            end(s_);                           \
        }                                      \
        report(name, times);                   \
    } while (0)

static char page[4096] __attribute__((aligned(4096))), back[4096];

static void partner(uint32_t arg)
{
    uint32_t from = 0;
    struct words w = {0, 0, 0};
    char small[16];
    while (arg == 1)
        yield();
    while (arg == 2)
        from = rserve(from, &w);
    while (arg == 3) {
        int n = receive(small, sizeof small, &from);
        reply(from, small, n);
    }
    int to_here = queue("requests"), home = queue("answers");
    while (arg == 4) {
        int n = get(to_here, small, sizeof small);
        put(home, small, n);
    }
}

/* Pages that come one by one, as they are touched. */
static void growth(void)
{
    uint32_t from = grow((TRIES + 1) * PAGE_SIZE) + PAGE_SIZE - 1;
    volatile uint32_t *p = (uint32_t *)(from & ~(PAGE_SIZE - 1));
    for (uint32_t i = 0; i < TRIES; i++) {
        struct sample s = begin();
        p[i * 1024] = 1;
        end(s);
    }
    report("page_fault_growth", 1);
}

/* What one remote procedure call costs in copies and in TLB flushes: those of
 * its crossings (as many for each as a gate call that does nothing has), and
 * those of changing the map. */
static void count(const char *name, void (*rpc)(void))
{
    struct counters c, d;
    sleep(SILENCE);
    rpc();
    uint32_t before = read_counter(hpmcounter6);
    null_gate();
    uint32_t of_null = read_counter(hpmcounter6) - before;
    counters(&c);
    before = read_counter(hpmcounter6);
    uint32_t entries = read_counter(hpmcounter7) + read_counter(hpmcounter8);
    rpc();
    uint32_t flushes = read_counter(hpmcounter6) - before;
    entries = read_counter(hpmcounter7) + read_counter(hpmcounter8) - entries;
    counters(&d);
    printf("bench %s_flushes %u 0\nbench %s_crossing_flushes %u 0\n", name, flushes, name,
           entries * of_null);
    printf("bench %s_map_change_flushes %u 0\nbench %s_copies %u 0\n", name,
           flushes - entries * of_null, name, d.copies - c.copies);
}

static uint32_t child, requests, answers;
static struct words words = {1, 2, 3};
static char text[16] = "message";

static void by_register(void) { rcall(child, &words); }
static void by_message(void) { call(child, text, 8, sizeof text); }
static void by_queues(void)
{
    put(requests, text, 8);
    get(answers, text, 8);
}

int main(uint32_t arg)
{
    uint32_t status;
    if (arg) {
        partner(arg);
        return 0;
    }
    int q = queue("bench");
    best.cycles = -1;
    for (int i = 0; i < TRIES; i++) {
        end(begin());
    }
    empty_cycles = best.cycles;
    empty_instructions = best.instructions;
    best.cycles = -1;

    MEASURE("gate_null", 1, null_gate());
    MEASURE("gate_time", 1, time());
    MEASURE("gate_yield_alone", 1, yield());
    growth();
    MEASURE("put_get_4", 1, (put(q, page, 4), get(q, back, 4)));
    MEASURE("put_get_4096", 1, (put(q, page, 4096), get(q, back, 4096)));

    child = create("bench", 1);
    yield();
    MEASURE("context_switch", 2, yield()); /* there and back */
    destroy(child);
    wait(child, &status);

    child = create("bench", 2);
    MEASURE("rpc_register", 1, rcall(child, &words));
    count("rpc", by_register);
    destroy(child);
    wait(child, &status);

    child = create("bench", 3);
    MEASURE("rpc_message", 1, call(child, text, 8, sizeof text));
    count("rpc_message", by_message);
    destroy(child);
    wait(child, &status);

    child = create("bench", 4);
    requests = queue("requests"), answers = queue("answers");
    MEASURE("rpc_queues", 1, (put(requests, text, 8), get(answers, text, 8)));
    count("rpc_queues", by_queues);
    destroy(child);
    wait(child, &status);

    for (int i = 0; i < TRIES; i++) {
        struct sample s = begin();
        child = create("bench", 1);
        end(s);
        destroy(child);
        wait(child, &status);
    }
    report("create", 1);
    return 0;
}

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
    int requests = queue("requests"), answers = queue("answers");
    while (arg == 4) {
        int n = get(requests, small, sizeof small);
        put(answers, small, n);
    }
}

/* Pages that come one by one, as they are touched. */
static void growth(void)
{
    volatile uint32_t *p = (uint32_t *)((grow(TRIES * PAGE_SIZE + PAGE_SIZE) + PAGE_SIZE - 1) & ~(PAGE_SIZE - 1));
    for (uint32_t i = 0; i < TRIES; i++) {
        struct sample s = begin();
        p[i * 1024] = 1;
        end(s);
    }
    report("page_fault_growth", 1);
}

int main(uint32_t arg)
{
    struct words w = {1, 2, 3};
    uint32_t child, status, flushes, before;
    struct counters c, d;
    char text[16] = "message";
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
    MEASURE("rpc_register", 1, rcall(child, &w));
    sleep(SILENCE);
    rcall(child, &w);
    counters(&c);
    before = read_counter(hpmcounter6);
    rcall(child, &w);
    flushes = read_counter(hpmcounter6) - before;
    counters(&d);
    printf("bench rpc_flushes %u 0\nbench rpc_copies %u 0\n", flushes, d.copies - c.copies);
    destroy(child);
    wait(child, &status);

    child = create("bench", 3);
    MEASURE("rpc_message", 1, call(child, text, 8, sizeof text));
    destroy(child);
    wait(child, &status);

    child = create("bench", 4);
    int requests = queue("requests"), answers = queue("answers");
    MEASURE("rpc_queues", 1, (put(requests, text, 8), get(answers, text, 8)));
    sleep(SILENCE);
    put(requests, text, 8);
    get(answers, text, 8);
    counters(&c);
    before = read_counter(hpmcounter6);
    put(requests, text, 8);
    get(answers, text, 8);
    flushes = read_counter(hpmcounter6) - before;
    counters(&d);
    printf("bench rpc_queues_flushes %u 0\nbench rpc_queues_copies %u 0\n", flushes, d.copies - c.copies);
    printf("bench rpc_queues_map_writes_flushes %u 0\n", d.switches - c.switches);
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

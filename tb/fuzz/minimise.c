/* By trial: a change is kept if the program still fails in the same way. Words
 * are replaced by nothing much in ever smaller groups; the dispatcher's random
 * numbers are drawn anew for the shortest way to the failure.
 * SPDX-License-Identifier: ISC */
#include "minimise.h"

#include <stdlib.h>

#include "encode.h"
#include "rng.h"

#define WORDS (FUZZ_DRAM_BYTES / 4)
#define REDRAWS 60

struct change {
    uint32_t address, word;
};

struct minimiser {
    struct program *p;
    struct program trial;
    struct run_result *failure;
    unsigned runs;
    uint8_t used[WORDS]; /* words executed by the failing run */
    struct change change[WORDS];
    unsigned changes;
};

static void note_use(void *ctx, struct model *model, const struct retire *r)
{
    struct minimiser *m = ctx;
    uint64_t offset = r->pc_paddr - FUZZ_DRAM;

    (void)model;
    if (offset < FUZZ_DRAM_BYTES)
        m->used[offset / 4] = 1;
}

/* By the first field that differs; the others tend to follow from it. */
static bool same_failure(const struct run_result *a, const struct run_result *b)
{
    return a->end == b->end && (a->differences & -a->differences) == (b->differences & -b->differences);
}

/* Runs m->trial; if it fails as p does, it takes p's place. */
static bool try(struct minimiser *m)
{
    struct run_options o = {.last = 1};
    struct run_result r;

    if (m->runs == 0)
        return false;
    m->runs--;
    r = run_program(&m->trial, &o);
    if (!same_failure(&r, m->failure))
        return false;
    *m->failure = r;
    m->trial.instructions = (uint32_t)r.instructions + (r.end == RUN_DEADLOCK ? 1 : 0);
    *m->p = m->trial;
    return true;
}

static void restart(struct minimiser *m)
{
    m->trial = *m->p;
}

static void want(struct minimiser *m, uint32_t address, uint32_t word)
{
    if (program_peek(m->p, address) != word)
        m->change[m->changes++] = (struct change){address, word};
}

/* Applies the wanted changes, all at once if possible, else by halves. */
static void apply(struct minimiser *m, unsigned from, unsigned n)
{
    if (n == 0 || m->runs == 0)
        return;
    restart(m);
    for (unsigned i = 0; i < n; i++)
        program_poke(&m->trial, m->change[from + i].address, m->change[from + i].word);
    if (try(m) || n == 1)
        return;
    apply(m, from, n / 2);
    apply(m, from + n / 2, n - n / 2);
}

static void apply_all(struct minimiser *m)
{
    apply(m, 0, m->changes);
    m->changes = 0;
}

static void clear(struct minimiser *m, uint32_t from, uint32_t bytes)
{
    for (uint32_t a = from; a < from + bytes; a += 4)
        want(m, a, 0);
    apply_all(m);
}

static void find_uses(struct minimiser *m)
{
    struct run_options o = {.observe = note_use, .ctx = m, .last = 1};

    memset(m->used, 0, sizeof m->used);
    run_program(m->p, &o);
}

/* What is not executed calls the dispatcher; what is does nothing. */
static void reduce_code(struct minimiser *m)
{
    uint32_t end = FUZZ_CODE + FUZZ_CODE_PAGES * 0x1000u;

    find_uses(m);
    for (uint32_t a = FUZZ_CODE; a < end; a += 4)
        if (!m->used[(a - FUZZ_DRAM) / 4])
            want(m, a, ECALL);
    apply_all(m);
    for (uint32_t a = FUZZ_CODE; a < end; a += 4)
        if (m->used[(a - FUZZ_DRAM) / 4])
            want(m, a, NOP);
    apply_all(m);
}

/* The same context everywhere, if it is one that fails alone. */
static void reduce_contexts(struct minimiser *m)
{
    for (unsigned i = 0; i < CONTEXT_COUNT; i++) {
        uint8_t *table;

        restart(m);
        table = m->trial.dram + (FUZZ_CONTEXTS - FUZZ_DRAM);
        for (unsigned j = 0; j < CONTEXT_COUNT; j++)
            if (j != i)
                memcpy(table + j * CONTEXT_BYTES, table + i * CONTEXT_BYTES, CONTEXT_BYTES);
        if (try(m))
            return;
    }
}

static void reduce_map_ops(struct minimiser *m)
{
    for (unsigned i = 0; i < MAP_OP_COUNT; i++)
        want(m, FUZZ_MAP_OPS + i * MAP_OP_BYTES + MAP_OP_ADDRESS, FUZZ_STATE + 64);
    apply_all(m);
    for (unsigned i = 0; i < MAP_OP_COUNT; i++)
        want(m, FUZZ_MAP_OPS + i * MAP_OP_BYTES + MAP_OP_FENCE, 0);
    apply_all(m);
}

/* Another way through the same code: the one with the fewest instructions. */
static void redraw(struct minimiser *m, struct rng *rng)
{
    for (unsigned i = 0; i < REDRAWS; i++) {
        restart(m);
        program_poke(&m->trial, FUZZ_STATE + STATE_SEED, rng_word(rng) | 1);
        try(m);
    }
}

static void reduce_latency(struct minimiser *m)
{
    for (unsigned latency = 0; latency < m->p->latency; latency++) {
        restart(m);
        m->trial.latency = latency;
        if (try(m))
            return;
    }
}

void minimise(struct program *p, struct run_result *failure, unsigned runs)
{
    struct minimiser *m = calloc(1, sizeof *m);
    struct rng rng = {p->seed};

    if (!m)
        return;
    m->p = p;
    m->failure = failure;
    m->runs = runs;
    p->instructions = (uint32_t)failure->instructions + (failure->end == RUN_DEADLOCK ? 1 : 0);
    reduce_latency(m);
    reduce_contexts(m);
    redraw(m, &rng);
    reduce_code(m);
    reduce_map_ops(m);
    redraw(m, &rng);
    clear(m, FUZZ_DATA, FUZZ_DATA_PAGES * 0x1000);
    clear(m, FUZZ_GATES, FUZZ_GATE_PAGES * 0x1000);
    clear(m, FUZZ_TABLES, FUZZ_TABLE_PAGES * 0x1000);
    clear(m, FUZZ_STATE + STATE_REGS, 128);
    reduce_contexts(m);
    clear(m, FUZZ_CONTEXTS, CONTEXT_COUNT * CONTEXT_BYTES);
    clear(m, FUZZ_MAP_OPS, MAP_OP_COUNT * MAP_OP_BYTES);
    reduce_code(m);
    free(m);
}

/* Pipeline log in the Kanata format (version 4), for the Konata viewer, from a
 * waveform of the machine.
 *
 *   gatehouse-kanata WAVE.fst IMAGE.elf OUT
 *
 * Every instruction that F begins to fetch is an entry, from there through D, X, M
 * and W. It ends retired (also if it trapped), or flushed: squashed by an older one,
 * or sent round again from W (its text says why), after which it is fetched anew
 * as an entry of its own.
 *
 * Which instruction a stage holds follows from the stages' valid bits and stalls:
 * F to D when D takes something in, D to X when X is not stalled, X to M always when
 * it leaves X, M to W in one cycle or never.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/disasm.h"
#include "../../sim/common/elf_image.h"
#include "../../sim/common/isa_names.h"
#include "fst_signals.h"

#define SIGNALS(X)                                                              \
    X(FETCH_STATE, "u_fetch.state_q") X(F_PC, "u_fetch.pc_q")                   \
    X(MISS_PC, "u_fetch.miss_pc_q") X(REDIRECT, "u_fetch.redirect")             \
    X(D_VALID, "d_valid") X(D_PC, "d_pc") X(D_INSN, "d_insn")                   \
    X(D_STALL, "d_stall") X(X_VALID, "x_valid") X(X_STALL, "x_stall")           \
    X(M_VALID, "m_valid") X(M_INTERRUPT, "m_interrupt") X(M_TRAP, "m_trap")     \
    X(CAUSE, "cause") X(W_VALID, "w_valid") X(HOLD, "hold")                     \
    X(AGAIN, "u_stage_w.again") X(REASON, "w_reason") X(RETIRE, "retire")       \
    X(UNCACHED_TRAP, "uncached_trap") X(MODE, "mode")

enum signal {
#define X(id, name) id,
    SIGNALS(X)
#undef X
    SIGNAL_COUNT
};

static const char *const signal_names[] = {
#define X(id, name) "TOP.sim_top.u_soc.u_core." name,
    SIGNALS(X)
#undef X
};

enum { RUN = 0, HALT = 4, BOOT = 5 }; /* states of fetch */
enum stage { F, D, S_X, M, W, STAGES };
static const char *const stage_names[] = {"F", "D", "X", "M", "W"};

#define NONE UINT64_MAX

struct log {
    FILE *out;
    const struct elf_image *symbols;
    uint64_t before[SIGNAL_COUNT];  /* values in the cycle before */
    uint64_t in[STAGES];            /* number of the instruction in each stage, or NONE */
    uint32_t f_pc;
    uint64_t next, retired, cycle;
    bool started;
};

static void move(struct log *k, enum stage from, enum stage to)
{
    uint64_t id = k->in[from];

    k->in[from] = NONE;
    k->in[to] = id;
    if (id != NONE)
        fprintf(k->out, "E\t%" PRIu64 "\t0\t%s\nS\t%" PRIu64 "\t0\t%s\n", id, stage_names[from],
                id, stage_names[to]);
}

/* Flushed, for a reason that the viewer shows beside it ("" for the usual one:
 * an older instruction went another way). */
static void flush(struct log *k, enum stage stage, const char *reason)
{
    uint64_t id = k->in[stage];

    k->in[stage] = NONE;
    if (id == NONE)
        return;
    if (reason[0])
        fprintf(k->out, "L\t%" PRIu64 "\t0\t [%s]\n", id, reason);
    fprintf(k->out, "E\t%" PRIu64 "\t0\t%s\nR\t%" PRIu64 "\t0\t1\n", id, stage_names[stage], id);
}

static void retire(struct log *k)
{
    uint64_t id = k->in[W];

    k->in[W] = NONE;
    if (id != NONE)
        fprintf(k->out, "E\t%" PRIu64 "\t0\tW\nR\t%" PRIu64 "\t%" PRIu64 "\t0\n", id, id,
                k->retired);
    k->retired++;
}

static void fetch(struct log *k, uint32_t pc, unsigned mode)
{
    char where[96];
    uint64_t id = k->next++;

    elf_image_format_addr(mode ? k->symbols : NULL, pc, where, sizeof where);
    fprintf(k->out, "I\t%" PRIu64 "\t%" PRIu64 "\t0\nL\t%" PRIu64 "\t0\t%s %08" PRIx32 " %s\n", id,
            id, id, isa_mode_name(mode), pc, where);
    fprintf(k->out, "S\t%" PRIu64 "\t0\tF\n", id);
    k->in[F] = id;
    k->f_pc = pc;
}

static void name_instruction(struct log *k, const uint64_t *now)
{
    if (k->in[D] != NONE) {
        char text[DISASM_TEXT];

        fprintf(k->out, "L\t%" PRIu64 "\t0\t: %s\n", k->in[D],
                now[D_INSN] ? disasm((uint32_t)now[D_INSN], (uint32_t)now[D_PC], k->symbols, text)
                            : "(not fetched)");
    }
}

/* W is left first, so that each stage is empty when another enters it. `was` are
 * the values of the cycle before, which decide who moves. */
static void leave_w(struct log *k, const uint64_t *was)
{
    static const char *const reasons[] = {"again: busy", "again: TLB", "again: line",
                                          "again: access"};

    if (was[RETIRE])
        retire(k);
    else if (was[AGAIN])
        flush(k, W, reasons[was[REASON] & 3]);
}

static void leave_m(struct log *k, const uint64_t *was, const uint64_t *now)
{
    uint32_t cause = (uint32_t)(was[M_INTERRUPT] << 31 | was[CAUSE]);

    if (!was[M_VALID] || k->in[M] == NONE)
        return;
    if (was[M_TRAP])
        fprintf(k->out, "L\t%" PRIu64 "\t0\t [trap: %s]\n", k->in[M], isa_cause_name(cause));
    if (!was[HOLD] && now[W_VALID])
        move(k, M, W);
    else
        flush(k, M, was[M_INTERRUPT] ? isa_cause_name(cause) : "");
}

static void leave_x(struct log *k, const uint64_t *was, const uint64_t *now)
{
    if (!was[X_VALID])
        return;
    if (now[M_VALID])
        move(k, S_X, M);
    else if (!was[X_STALL] || !now[X_VALID])
        flush(k, S_X, "");
}

static void leave_d(struct log *k, const uint64_t *was, const uint64_t *now)
{
    if (!was[D_VALID])
        return;
    if (!was[X_STALL] && !was[D_STALL] && now[X_VALID])
        move(k, D, S_X);
    else if (!was[D_STALL] || !now[D_VALID])
        flush(k, D, "");
}

static bool fetching(const uint64_t *now)
{
    return now[FETCH_STATE] != HALT && now[FETCH_STATE] != BOOT;
}

static void leave_f(struct log *k, const uint64_t *was, const uint64_t *now)
{
    uint32_t pc = (uint32_t)(now[FETCH_STATE] == RUN ? now[F_PC] : now[MISS_PC]);

    if (now[D_VALID] && !was[D_STALL]) {
        move(k, F, D);
        name_instruction(k, now);
    } else if (was[REDIRECT]) {
        flush(k, F, "");
    }
    if (k->in[F] == NONE && fetching(now))
        fetch(k, pc, (unsigned)now[MODE]);
}

static void step(void *ctx, uint64_t cycle, const uint64_t *now)
{
    struct log *k = ctx;
    const uint64_t *was = k->before;

    if (!k->started) {
        fprintf(k->out, "Kanata\t0004\nC=\t%" PRIu64 "\n", cycle);
        k->started = true;
    } else {
        fprintf(k->out, "C\t%" PRIu64 "\n", cycle - k->cycle);
        leave_w(k, was);
        leave_m(k, was, now);
        leave_x(k, was, now);
        leave_d(k, was, now);
        leave_f(k, was, now);
    }
    k->cycle = cycle;
    memcpy(k->before, now, sizeof k->before);
}

static int fail(const char *path, const char *why)
{
    fprintf(stderr, "gatehouse-kanata: %s: %s\n", path, why);
    return 1;
}

int main(int argc, char **argv)
{
    struct log k = {0};
    struct fst_signals *fst;
    struct elf_image *symbols;
    char message[ELF_IMAGE_MESSAGE];

    if (argc != 4) {
        fprintf(stderr, "usage: gatehouse-kanata WAVE.fst IMAGE.elf OUT\n");
        return 2;
    }
    fst = fst_signals_open(argv[1]);
    if (!fst)
        return fail(argv[1], "not a waveform");
    for (int i = 0; i < SIGNAL_COUNT; i++)
        if (fst_signals_follow(fst, signal_names[i]) != i)
            return fail(signal_names[i], "no such signal in the waveform");
    if (elf_image_open(&symbols, argv[2], message) != ELF_IMAGE_OK)
        return fail(argv[2], message);
    for (int i = 0; i < STAGES; i++)
        k.in[i] = NONE;
    k.symbols = symbols;
    k.out = strcmp(argv[3], "-") == 0 ? stdout : fopen(argv[3], "w");
    if (!k.out)
        return fail(argv[3], strerror(errno));
    if (!fst_signals_run(fst, step, &k))
        return fail(argv[1], "no cycles in it");
    fst_signals_close(fst);
    elf_image_close(symbols);
    return fclose(k.out) == 0 ? 0 : fail(argv[3], strerror(errno));
}

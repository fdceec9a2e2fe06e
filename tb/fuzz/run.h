/* One program on the verilated machine, in lockstep with the reference model,
 * all in this process. Each run has a machine of its own, fresh from reset, so
 * that it depends on nothing but the program.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_RUN_H
#define GATEHOUSE_FUZZ_RUN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "../../sim/common/retire.h"
#include "program.h"

struct model;

enum run_end {
    RUN_DONE,     /* as many instructions as were asked for */
    RUN_FINISHED, /* it stored to the finisher */
    RUN_STUCK,    /* it goes round in a circle, or waits for no interrupt */
    RUN_MISMATCH, /* RTL and model differ */
    RUN_DEADLOCK, /* nothing retires, and it does not wait */
};

struct run_result {
    enum run_end end;
    uint64_t instructions, cycles;
    uint64_t random;      /* of the instructions, in random code */
    uint64_t differences; /* fields that differ, as bits of enum retire_field */
};

struct run_options {
    /* Each instruction, with the model as it is after it; may be NULL. */
    void (*observe)(void *ctx, struct model *m, const struct retire *r);
    void *ctx;
    FILE *report;         /* where to tell of a mismatch; may be NULL */
    unsigned last;        /* instructions shown there */
};

/* To be called once, before any run. False: rom_path cannot be read (errno). */
bool run_init(const char *rom_path);
void run_close(void);
unsigned run_asid_bits(void);

struct run_result run_program(const struct program *p, const struct run_options *o);

static inline bool run_failed(const struct run_result *r)
{
    return r->end == RUN_MISMATCH || r->end == RUN_DEADLOCK;
}

#endif

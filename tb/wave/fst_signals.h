/* Reads chosen signals of an FST waveform, for programs that follow the machine
 * cycle by cycle. Owns the open file; knows every variable's full name.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FST_SIGNALS_H
#define GATEHOUSE_FST_SIGNALS_H

#include <stdbool.h>
#include <stdint.h>

struct fst_signals;

/* The waveform's time of a clock cycle: 10 units a cycle, after 4 cycles of reset. */
#define FST_TIME(cycle) (((uint64_t)(cycle) + 4) * 10)
#define FST_CYCLE(time) ((time) / 10 - 4)

/* NULL: not a waveform. */
struct fst_signals *fst_signals_open(const char *path);
void fst_signals_close(struct fst_signals *f);

/* A variable by its full name without range ("TOP.sim_top.clk"): its width in
 * bits, or 0 if there is none. *full is the name with its range, as GTKWave
 * writes it; it lives as long as f. */
unsigned fst_signals_find(struct fst_signals *f, const char *name, const char **full);

/* Adds a variable to those that are followed; its number, from 0 on in order, or
 * -1 if there is none of that name. At most 64 bits wide. */
int fst_signals_follow(struct fst_signals *f, const char *name);

/* Calls `step` for each clock cycle of the waveform, with the values of the
 * followed variables as they are while the clock is low, settled. */
typedef void fst_signals_step(void *ctx, uint64_t cycle, const uint64_t *values);
bool fst_signals_run(struct fst_signals *f, fst_signals_step *step, void *ctx);

#endif

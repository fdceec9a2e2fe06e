/* The run: clock cycles, one after the other, until something ends it.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SIMULATION_H
#define GATEHOUSE_SIMULATION_H

#include "setup.h"
#include "stats.h"

struct outcome {
    int status;            /* the program's exit code, or an enum exit_status */
    bool by_program;       /* the program ended itself */
    uint64_t cycle;        /* when it ended */
    char message[256];     /* if not by_program: what happened, one line */
};

/* Runs the machine from reset to its end. Statistics go to *stats. */
void simulation_run(struct setup *s, struct stats *stats, struct outcome *outcome);

#endif

/* Statistics of a run: what retired, and the events that the core counts.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_STATS_H
#define GATEHOUSE_STATS_H

#include <stdint.h>
#include <stdio.h>

#include "verilated.h"

struct stats {
    uint64_t cycles, instructions;           /* instructions: retired without a trap */
    uint64_t exceptions, interrupts, gates;
    uint64_t by_cause[32];                   /* exceptions by cause */
    uint64_t in_mode[4];                     /* instructions by mode */
    uint64_t events[MACHINE_EVENTS];
    double seconds;                          /* of host time */
};

void stats_retire(struct stats *s, const struct retire *r);

static inline void stats_events(struct stats *s, unsigned events)
{
    for (; events; events &= events - 1)
        s->events[__builtin_ctz(events)]++;
}

void stats_print(const struct stats *s, FILE *out);

/* One JSON object. Host time is left out: the same run gives the same file. */
void stats_print_json(const struct stats *s, FILE *out);

#endif

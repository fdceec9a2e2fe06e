/* The retire trace: one line for each retired instruction, all in fixed columns,
 * so that two simulators of the same RTL can be compared line for line. The
 * Icarus bench (tb/icarus/bench.v) writes the same text; change both together.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_RETIRE_TRACE_H
#define GATEHOUSE_RETIRE_TRACE_H

#include <stdio.h>

#include "../sim/common/retire.h"

/* Names the columns, in a line that begins with '#'. */
void retire_trace_begin(FILE *out);

/* events: the counted events since the line before, bit i that of mhpmcounter3+i,
 * with bit 9 (a cycle without retirement) always 0. */
void retire_trace_line(FILE *out, const struct retire *r, unsigned events);

#endif

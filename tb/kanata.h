/* --kanata: the pipeline log for the Konata viewer. It is made from a waveform
 * by a program of its own, gatehouse-kanata, beside the simulator; this part
 * names that waveform and runs the program.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_KANATA_H
#define GATEHOUSE_KANATA_H

#include "options.h"

/* Before the run: a pipeline log needs a waveform; gives o one if it has none. */
void kanata_prepare(struct options *o);

/* After the run, with the waveform closed. False: no log was written, and the
 * reason has been said. */
bool kanata_write(const struct options *o);

#endif

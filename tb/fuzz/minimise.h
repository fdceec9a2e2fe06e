/* Makes a failing program small.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_MINIMISE_H
#define GATEHOUSE_FUZZ_MINIMISE_H

#include "program.h"
#include "run.h"

/* Takes out of p whatever the failure does not need; `failure` is how it fails,
 * and is how it fails in the end. Stops after so many runs. */
void minimise(struct program *p, struct run_result *failure, unsigned runs);

#endif

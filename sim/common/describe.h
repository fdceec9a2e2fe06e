/* Retired instructions as text, for the instruction log and for mismatches.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_DESCRIBE_H
#define GATEHOUSE_DESCRIBE_H

#include <stdio.h>

#include "elf_image.h"
#include "retire.h"

#define DESCRIBE_TEXT 256

/* What it did: register, memory access, trap, change of mode. Returns buf. */
char *describe_effects(const struct retire *r, char buf[DESCRIBE_TEXT]);

/* One line of the log (or several, where a function begins or an interrupt came). */
void describe_log(FILE *out, const struct retire *r, const struct elf_image *symbols);

#endif

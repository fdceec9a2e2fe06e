/* The instruction log of the stand-alone model: one line for each instruction,
 * with what it wrote, accessed or raised.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_INSN_LOG_H
#define GATEHOUSE_INSN_LOG_H

#include <stdio.h>

#include "common/elf_image.h"
#include "common/retire.h"

void insn_log(FILE *out, const struct elf_image *symbols,
              const struct retire *r);

#endif

/* From RVFI signals to the whole record of a retired instruction.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_RVFI_H
#define GATEHOUSE_RVFI_H

#include "verilated.h"

/* Derives cause, tval, intr_cause and next_mode. */
void rvfi_complete(struct retire *r, const struct rvfi_before *before);

#endif

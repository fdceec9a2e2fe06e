/* The judge: steps the reference model by every instruction that the RTL
 * retires and compares the two. Owns the model and the memory of the last
 * instructions of both sides.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_LOCKSTEP_H
#define GATEHOUSE_LOCKSTEP_H

#include <stdbool.h>
#include <stdio.h>

#include "../sim/common/elf_image.h"
#include "../sim/common/retire.h"

struct lockstep;
struct model;

/* A model like the machine: the same ROM, and the same DRAM content as memory.h
 * holds now. NULL: out of memory. */
struct lockstep *lockstep_new(unsigned asid_bits, const uint8_t *rom, size_t rom_bytes,
                              unsigned last);
void lockstep_free(struct lockstep *ls);

/* The model itself, owned by the judge: for its options and its state. */
struct model *lockstep_model(struct lockstep *ls);

/* The machine was reset: so is the model. */
void lockstep_reset(struct lockstep *ls);

/* False: the model says otherwise; lockstep_report tells how. */
bool lockstep_retire(struct lockstep *ls, const struct retire *rtl);

/* Those fields of the latest instruction that differ, as bits of enum retire_field. */
uint64_t lockstep_differences(const struct lockstep *ls);

/* The fields that differ (if any do) and the last instructions of both. */
void lockstep_report(const struct lockstep *ls, FILE *out, const struct elf_image *symbols);

#endif

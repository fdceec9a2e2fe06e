/* The devices of the stand-alone model as the address map sees them, and the
 * passing of their time.
 * Device accesses are made in words: data stands in the byte lanes of the
 * aligned word around it, `lanes` has a bit for each byte accessed.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_DEVICES_H
#define GATEHOUSE_DEVICES_H

#include <stdbool.h>
#include <stdint.h>

struct model;

/* Whether this physical address lies in a device's window. */
bool device_at(uint64_t paddr);

uint32_t device_load(struct model *m, uint64_t word_paddr, unsigned lanes);
void device_store(struct model *m, uint64_t word_paddr, unsigned lanes,
                  uint32_t data);

void devices_reset(struct model *m);

/* One instruction's time passes. */
void devices_tick(struct model *m);

/* Time passes until the next timer event that is enabled, if there is one:
 * the wait of `wfi`. */
void devices_wait(struct model *m);

/* What a word stored to the test finisher asks for: an enum model_status, and
 * the exit code with MODEL_EXIT. MODEL_OK if it asks for nothing. */
int finisher_decode(uint32_t word, int *exit_code);

#endif

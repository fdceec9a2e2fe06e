/* State of the verilated machine that the injector of faults changes: the
 * TLBs' entries, and the data cache's copy of memory.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_ROBUST_STATE_H
#define GATEHOUSE_ROBUST_STATE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct verilated;

enum tlb_part { TLB_MAIN, TLB_FETCH, TLB_DATA, TLB_PARTS };

unsigned state_entries(enum tlb_part part);
bool state_valid(struct verilated *v, enum tlb_part part, unsigned entry);
/* Bits of an entry's key (page, ASID, map and so on), and of its leaf, in the TLB with the 4 MiB bit: what a first level has of
 * that serves the records of RVFI alone. A fetch's first level has the PPN and what the flags allow a second time, in
 * registers, which follow. */
unsigned state_key_bits(enum tlb_part part);
unsigned state_leaf_bits(enum tlb_part part);
void state_flip_key(struct verilated *v, enum tlb_part part, unsigned entry, unsigned bit);
void state_flip_leaf(struct verilated *v, enum tlb_part part, unsigned entry, unsigned bit);
uint32_t state_leaf(struct verilated *v, enum tlb_part part, unsigned entry);

/* The word at a physical address, if the data cache holds it. */
bool state_flip_cached(struct verilated *v, uint32_t paddr, unsigned bit);

#ifdef __cplusplus
}
#endif
#endif

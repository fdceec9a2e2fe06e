/* Physical memory: the address map, and every access to what it holds.
 * Addresses are physical, 34 bits; a false result means an access fault.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_MEM_H
#define GATEHOUSE_MEM_H

#include <stdbool.h>
#include <stdint.h>

struct model;

/* A word-aligned word, for execution: boot ROM and DRAM only. */
bool mem_fetch(struct model *m, uint64_t paddr, uint32_t *word);

/* A word of a page map or of the gate table: DRAM only. What is read as a map
 * entry is watched for stores by the translation cache. */
bool mem_read_map_entry(struct model *m, uint64_t paddr, uint32_t *word);
bool mem_read_dram(const struct model *m, uint64_t paddr, uint32_t *word);

/* LR, SC and AMOs work in DRAM only. */
bool mem_is_dram(const struct model *m, uint64_t paddr);

/* Loads and stores of 1, 2 or 4 bytes, aligned to their size, in terms of the
 * aligned word around them: data stands in the lanes that it has there, and
 * bit i of `lanes` stands for byte i. A load's other lanes read zero. */
bool mem_load(struct model *m, uint64_t paddr, unsigned lanes, uint32_t *data);
bool mem_store(struct model *m, uint64_t paddr, unsigned lanes, uint32_t data);

/* The bits that the lanes cover. */
static inline uint32_t lane_bits(unsigned lanes)
{
    return (lanes & 1) * 0xFFu | (lanes >> 1 & 1) * 0xFF00u |
           (lanes >> 2 & 1) * 0xFF0000u | (lanes >> 3 & 1) * 0xFF000000u;
}

#endif

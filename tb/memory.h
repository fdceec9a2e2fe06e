/* The DRAM that the RTL sees (by DPI-C), and what is in it before reset.
 * Owns the bytes; there is one DRAM, as there is one machine.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_MEMORY_H
#define GATEHOUSE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DRAM_BASE 0x80000000u

/* DRAM of that size, all zero. False: out of memory. */
bool memory_new(uint32_t bytes);
void memory_free(void);

/* `size` bytes at a physical address: NULL unless all of them are DRAM. */
uint8_t *memory_at(uint32_t paddr, size_t size);

/* Whole DRAM. */
uint8_t *memory_bytes(void);
uint32_t memory_size(void);

/* Loads a segment; an elf_image_put. */
bool memory_put(void *ctx, uint32_t paddr, const uint8_t *data, size_t filesz, size_t size);

#endif

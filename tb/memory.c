/* DRAM; see memory.h. The RTL reaches it through dram_read and dram_write.
 * SPDX-License-Identifier: ISC */
#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "verilated.h"

static uint8_t *dram;
static uint32_t dram_bytes;

bool memory_new(uint32_t bytes)
{
    /* mapped, not allocated: pages that the program never touches cost nothing */
    dram = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (dram == MAP_FAILED) {
        dram = NULL;
        return false;
    }
    dram_bytes = bytes;
    return true;
}

void memory_free(void)
{
    if (dram)
        munmap(dram, dram_bytes);
    dram = NULL;
}

uint8_t *memory_bytes(void)
{
    return dram;
}

uint32_t memory_size(void)
{
    return dram_bytes;
}

uint8_t *memory_at(uint32_t paddr, size_t size)
{
    if (paddr < DRAM_BASE || paddr - DRAM_BASE > dram_bytes ||
        size > dram_bytes - (paddr - DRAM_BASE))
        return NULL;
    return dram + (paddr - DRAM_BASE);
}

bool memory_put(void *ctx, uint32_t paddr, const uint8_t *data, size_t filesz, size_t size)
{
    uint8_t *at = memory_at(paddr, size);

    (void)ctx;
    if (!at)
        return false;
    if (filesz)
        memcpy(at, data, filesz);
    memset(at + filesz, 0, size - filesz);
    return true;
}

/* dram.v checks the address against the size before it calls. */
int dram_read(int addr)
{
    uint32_t word;

    memcpy(&word, dram + (uint32_t)addr, 4);
    return (int)word;
}

void dram_write(int addr, int data, int sel)
{
    for (unsigned i = 0; i < 4; i++)
        if (sel >> i & 1)
            dram[(uint32_t)addr + i] = (uint8_t)((uint32_t)data >> (8 * i));
}

/* Sv32 page maps, two levels deep, for code and data of the benchmarks.
 * SPDX-License-Identifier: ISC */
#include "csr.h"
#include "machine.h"

#define TABLES 12

static uint32_t table[TABLES][PAGE / 4] __attribute__((aligned(4096)));
static unsigned used;

static uint32_t *new_table(void)
{
    return table[used++ % TABLES];
}

struct map map_new(void)
{
    return (struct map){ .root = new_table() };
}

void map_page(struct map map, uint32_t va, uint32_t pa, uint32_t flags)
{
    uint32_t *entry = &map.root[va >> 22], *leaves;

    if (*entry == 0)
        *entry = ((uint32_t)new_table() >> 12) << 10 | PTE_V;
    leaves = (uint32_t *)((*entry >> 10) << 12);
    leaves[(va >> 12) & 0x3FF] = (pa >> 12) << 10 | flags | PTE_V;
}

/* The value for satp or upmar that puts the map in use. */
uint32_t map_register(struct map map, unsigned asid)
{
    return SATP_MODE | asid << SATP_ASID_SHIFT | (uint32_t)map.root >> 12;
}

void map_fence(void)
{
    __asm__ volatile("sfence.vma" ::: "memory");
}

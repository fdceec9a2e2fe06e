/* See maps.h.
 * SPDX-License-Identifier: ISC */
#include "maps.h"

#include <stdlib.h>
#include <string.h>

#include "../../sim/riscv.h"

#define BASE_FRAME 0x80000u
#define ENTRIES 1024u

void maps_init(struct maps *m, struct columns *out, const uint8_t *dram, uint64_t bytes)
{
    *m = (struct maps){.out = out, .dram = dram, .frames = bytes >> 12};
    m->page = must_realloc(NULL, m->frames * sizeof *m->page);
    memset(m->page, 0, m->frames * sizeof *m->page);
}

void maps_free(struct maps *m)
{
    free(m->page);
}

static struct map_page *page_at(const struct maps *m, uint64_t ppn)
{
    return ppn - BASE_FRAME < m->frames ? &m->page[ppn - BASE_FRAME] : NULL;
}

uint32_t maps_word(const struct maps *m, uint64_t paddr)
{
    uint32_t word = 0;

    if (page_at(m, paddr >> 12))
        memcpy(&word, m->dram + (paddr & ~UINT64_C(3)) - ((uint64_t)BASE_FRAME << 12), 4);
    return word;
}

static void log_word(struct maps *m, uint32_t at, uint64_t paddr, uint32_t value)
{
    column_add(m->out, COL_map_at, at);
    column_add(m->out, COL_map_word, paddr >> 2);
    column_add(m->out, COL_map_value, value);
}

/* What the page holds now; zeros need no record when nothing was before them. */
static void snapshot(struct maps *m, uint32_t at, uint32_t ppn)
{
    struct map_page *p = page_at(m, ppn);

    p->known = true;
    p->filled = 0;
    for (uint32_t i = 0; i < ENTRIES; i++) {
        uint64_t paddr = ((uint64_t)ppn << 12) + 4 * i;
        uint32_t word = maps_word(m, paddr);

        p->filled += word != 0;
        if (word)
            log_word(m, at, paddr, word);
    }
}

static void follow(struct maps *m, uint32_t at, uint32_t entry)
{
    uint32_t ppn = entry >> PTE_PPN_SHIFT;
    struct map_page *p = page_at(m, ppn);

    if ((entry & (PTE_V | PTE_R | PTE_W | PTE_X)) == PTE_V && p && !p->known)
        snapshot(m, at, ppn);
}

static void set_owner(struct maps *m, uint32_t at, uint32_t ppn, unsigned owner)
{
    page_at(m, ppn)->owner = owner;
    column_add(m->out, COL_root_at, at);
    column_add(m->out, COL_root_ppn, ppn);
    column_add(m->out, COL_root_owner, owner);
}

void maps_use(struct maps *m, uint32_t at, uint32_t ppn, unsigned owner)
{
    struct map_page *p = page_at(m, ppn);

    if (!p)
        return;
    if (!p->known)
        snapshot(m, at, ppn);
    if (!p->root)
        for (uint32_t i = 0; i < ENTRIES; i++)
            follow(m, at, maps_word(m, ((uint64_t)ppn << 12) + 4 * i));
    if (!p->root || p->owner != owner)
        set_owner(m, at, ppn, owner);
    p->root = true;
}

/* A root whose last entry is gone has been given up: its page may become data. */
void maps_store(struct maps *m, uint32_t at, uint64_t paddr)
{
    uint32_t ppn = paddr >> 12, word;
    struct map_page *p = page_at(m, ppn);

    if (!p || !p->known)
        return;
    word = maps_word(m, paddr);
    log_word(m, at, paddr & ~UINT64_C(3), word);
    if (!p->root)
        return;
    if (word) {
        follow(m, at, word);
        return;
    }
    for (uint32_t i = 0; i < ENTRIES; i++)
        if (maps_word(m, ((uint64_t)ppn << 12) + 4 * i))
            return;
    p->root = false;
    if (p->owner != NO_OWNER)
        set_owner(m, at, ppn, NO_OWNER);
}

void maps_begin(struct maps *m)
{
    for (uint32_t i = 0; i < m->frames; i++) {
        struct map_page *p = &m->page[i];

        if (p->known)
            snapshot(m, 0, BASE_FRAME + i);
        if (p->root)
            set_owner(m, 0, BASE_FRAME + i, p->owner);
    }
}

/* Address translation: the walk of the page map, and a cache of its results
 * that is exact, so that nobody can tell it from walking every time.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_TRANSLATE_H
#define GATEHOUSE_TRANSLATE_H

#include <stdbool.h>
#include <stdint.h>

struct model;

enum access { ACCESS_FETCH, ACCESS_LOAD, ACCESS_STORE };

/* What a walk depends on, apart from memory. */
struct walk_context {
    uint32_t map; /* the satp or upmar in charge */
    bool user;    /* the effective privilege is U, otherwise S */
    bool sum, mxr;
};

struct translation {
    uint64_t paddr; /* 34 bits */
    uint32_t pte;   /* the leaf as read; 0 if the address is not translated */
};

enum walk_outcome { WALK_DONE, WALK_PAGE_FAULT, WALK_ACCESS_FAULT };

/* walk.c: the algorithm of priv 4.3.2, step by step. `map.MODE` is 1. */
enum walk_outcome walk(struct model *m, const struct walk_context *context,
                       uint32_t va, enum access access, struct translation *t);

/* The parts of it that stand for themselves; `i` is the level of the entry. */
bool walk_is_pointer(uint32_t pte);
bool walk_leaf_permits(uint32_t pte, int i, const struct walk_context *context,
                       enum access access);
uint64_t walk_leaf_address(uint32_t pte, uint32_t va, int i);

/* stale_map.c: whether the RTL translated by something else than the map as it
 * is now, whose outcome (and *t) are given, and may: by what has been in the map
 * since the last fence. If so, *t is what the RTL used. */
bool stale_translation(struct model *m, const struct walk_context *context,
                       uint32_t va, enum access access, enum walk_outcome outcome,
                       struct translation *t);

/* translate.c: from a virtual address to a checked physical one; raises the
 * page or access fault otherwise. The physical address may still be illegal.
 * `priv` is the effective privilege mode of the access. */
bool translate(struct model *m, uint32_t va, enum access access, unsigned priv,
               struct translation *t);
unsigned data_privilege(const struct model *m);
void note_maps_in_use(struct model *m);
uint32_t access_fault_cause(enum access access);
bool raise_access_fault(struct model *m, uint32_t va, enum access access);

/* The cache is direct-mapped and tagged by all that a walk depends on. It is
 * emptied when satp or upmar is written, and when memory that a walk has read
 * is; the pages of DRAM that hold such memory are flagged. */
#define TRANSLATION_SLOTS 256

struct translation_slot {
    uint64_t tag;
    uint64_t page; /* physical address of the 4 KiB page */
    uint32_t pte;
};

struct translation_cache {
    struct translation_slot slot[3][TRANSLATION_SLOTS]; /* by enum access */
    uint64_t generation;
    uint8_t *is_map_page;  /* one flag for each page of DRAM */
    uint32_t *map_pages;   /* those flagged, for clearing */
    uint32_t map_page_count;
};

bool translation_cache_init(struct model *m);
void translation_cache_free(struct model *m);
void translation_cache_flush(struct model *m);
void translation_note_read(struct model *m, uint64_t dram_offset);

static inline void translation_note_store(struct model *m,
                                          struct translation_cache *tc,
                                          uint64_t dram_offset)
{
    if (tc->is_map_page[dram_offset >> 12])
        translation_cache_flush(m);
}

#endif

/* Which page map an access goes through, and the exact cache of translations
 * in front of the walk.
 * SPDX-License-Identifier: ISC */
#include "translate.h"

#include <stdlib.h>
#include <string.h>

#include "machine.h"
#include "riscv.h"

/* priv 3.1.6.3: with MPRV set, loads and stores are made as in mode MPP. */
unsigned data_privilege(const struct model *m)
{
    uint32_t mstatus = m->csr.mstatus;

    if (mstatus & MSTATUS_MPRV)
        return (mstatus & MSTATUS_MPP) >> MSTATUS_MPP_SHIFT;
    return m->mode;
}

/* Xgate: accesses with effective privilege U go through upmar if its MODE is
 * 1; all others, and U's otherwise, through satp. */
static uint32_t map_in_charge(const struct model *m, unsigned priv)
{
    if (priv == MODE_U && (m->csr.upmar & SATP_MODE))
        return m->csr.upmar;
    return m->csr.satp;
}

uint32_t access_fault_cause(enum access access)
{
    static const uint32_t cause[] = {
        [ACCESS_FETCH] = CAUSE_FETCH_ACCESS,
        [ACCESS_LOAD] = CAUSE_LOAD_ACCESS,
        [ACCESS_STORE] = CAUSE_STORE_ACCESS,
    };

    return cause[access];
}

bool raise_access_fault(struct model *m, uint32_t va, enum access access)
{
    return raise(m, access_fault_cause(access), va);
}

static bool raise_page_fault(struct model *m, uint32_t va, enum access access)
{
    static const uint32_t cause[] = {
        [ACCESS_FETCH] = CAUSE_FETCH_PAGE,
        [ACCESS_LOAD] = CAUSE_LOAD_PAGE,
        [ACCESS_STORE] = CAUSE_STORE_PAGE,
    };

    return raise(m, cause[access], va);
}

/* Xgate: with ASID_BITS=0 no translation survives a change of the map in use. */
void note_maps_in_use(struct model *m)
{
    bool upmar = m->csr.upmar & SATP_MODE;
    bool fetch_by_upmar = upmar && m->mode == MODE_U;
    bool data_by_upmar = upmar && data_privilege(m) == MODE_U;

    if (fetch_by_upmar != m->fetch_by_upmar || data_by_upmar != m->data_by_upmar)
        stale_fence_everything(&m->stale);
    m->fetch_by_upmar = fetch_by_upmar;
    m->data_by_upmar = data_by_upmar;
}

/* The walk's outcome, or the cache's memory of it. */
static enum walk_outcome look_up(struct model *m,
                                 const struct walk_context *context,
                                 uint32_t va, enum access access,
                                 struct translation *t)
{
    struct translation_slot *slot =
        &m->tc.slot[access][(va >> 12) % TRANSLATION_SLOTS];
    uint64_t tag = m->tc.generation << 23 | (uint32_t)context->user << 22 |
                   (uint32_t)context->sum << 21 | (uint32_t)context->mxr << 20 |
                   va >> 12;
    enum walk_outcome outcome;

    if (slot->tag == tag) {
        t->paddr = slot->page | (va & 0xFFF);
        t->pte = slot->pte;
        return WALK_DONE;
    }
    outcome = walk(m, context, va, access, t);
    if (outcome == WALK_DONE) {
        slot->tag = tag;
        slot->page = t->paddr & ~UINT64_C(0xFFF);
        slot->pte = t->pte;
    }
    return outcome;
}

bool translate(struct model *m, uint32_t va, enum access access, unsigned priv,
               struct translation *t)
{
    struct walk_context context;
    enum walk_outcome outcome;

    /* priv 4.1.11: no translation in M mode, nor with MODE=Bare; the virtual
     * address is then zero-extended to 34 bits. */
    context.map = map_in_charge(m, priv);
    if (priv == MODE_M || !(context.map & SATP_MODE)) {
        t->paddr = va;
        t->pte = 0;
        return true;
    }

    context.user = priv == MODE_U;
    context.sum = m->csr.mstatus & MSTATUS_SUM;
    context.mxr = m->csr.mstatus & MSTATUS_MXR;
    outcome = look_up(m, &context, va, access, t);
    if (m->rtl && m->config.stale_maps &&
        stale_translation(m, &context, va, access, outcome, t))
        return true;

    switch (outcome) {
    case WALK_PAGE_FAULT:
        return raise_page_fault(m, va, access);
    case WALK_ACCESS_FAULT:
        return raise_access_fault(m, va, access);
    case WALK_DONE:
        break;
    }
    return true;
}

bool translation_cache_init(struct model *m)
{
    size_t pages = m->config.dram_bytes >> 12;

    m->tc.generation = 1; /* the tags of empty slots are zero */
    m->tc.is_map_page = calloc(pages, sizeof *m->tc.is_map_page);
    m->tc.map_pages = calloc(pages, sizeof *m->tc.map_pages);
    return m->tc.is_map_page && m->tc.map_pages;
}

void translation_cache_free(struct model *m)
{
    free(m->tc.is_map_page);
    free(m->tc.map_pages);
}

/* A new generation matches no tag, so no slot needs to be touched. */
void translation_cache_flush(struct model *m)
{
    struct translation_cache *tc = &m->tc;

    tc->generation++;
    while (tc->map_page_count > 0)
        tc->is_map_page[tc->map_pages[--tc->map_page_count]] = 0;
}

void translation_note_read(struct model *m, uint64_t dram_offset)
{
    struct translation_cache *tc = &m->tc;
    uint32_t page = dram_offset >> 12;

    if (tc->is_map_page[page])
        return;
    tc->is_map_page[page] = 1;
    tc->map_pages[tc->map_page_count++] = page;
}

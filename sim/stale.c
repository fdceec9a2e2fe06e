/* The searches in the log of the past. They are made only when the RTL saw
 * something else than the present, so they may be slow.
 * SPDX-License-Identifier: ISC */
#include "stale.h"

/* A fence's operands in a word: the page number in bits 31:12, ASID in 8:0. */
#define FENCE_ALL_VA 0x200u
#define FENCE_ALL_ASID 0x400u
#define FENCE_ASID 0x1FFu

void stale_fence_vma(struct stale_log *s, const uint32_t *va, const uint32_t *asid)
{
    stale_note(s, STALE_FENCE, (va ? *va & ~0xFFFu : FENCE_ALL_VA) |
                               (asid ? *asid & FENCE_ASID : FENCE_ALL_ASID));
}

/* priv 4.2.1: a fence by ASID leaves global mappings alone; a fence by address
 * covers the whole page, of 4 KiB or 4 MiB, that the address lies in. */
static bool covers(uint32_t fence, const struct stale_use *use)
{
    bool va = fence & FENCE_ALL_VA || (fence ^ use->va) >> (use->big ? 22 : 12) == 0;
    bool asid = fence & FENCE_ALL_ASID ||
                (!use->global && (fence & FENCE_ASID) == use->asid);

    return va && asid;
}

static uint64_t oldest(const struct stale_log *s, uint64_t since)
{
    uint64_t kept = s->count > STALE_EVENTS ? s->count - STALE_EVENTS : 0;

    return since > kept ? since : kept;
}

bool stale_held(const struct stale_log *s, uint32_t offset, uint32_t word)
{
    for (uint64_t at = oldest(s, s->fence_i); at < s->count; at++) {
        uint32_t i = at % STALE_EVENTS;

        if (s->event[i].where == offset && s->event[i].what == word)
            return true;
    }
    return false;
}

void stale_begin(struct stale_search *search, const struct stale_log *log,
                 const struct stale_use *use, uint32_t where)
{
    search->log = log;
    search->use = *use;
    search->where = where;
    search->at = log->count;
}

bool stale_before(struct stale_search *search, uint32_t *what)
{
    const struct stale_log *s = search->log;
    uint64_t end = oldest(s, s->fence_vma);

    while (search->at > end) {
        uint32_t i = --search->at % STALE_EVENTS;

        if (s->event[i].where == STALE_FENCE && covers(s->event[i].what, &search->use)) {
            search->at = 0;
            return false;
        }
        if (s->event[i].where == search->where) {
            *what = s->event[i].what;
            return true;
        }
    }
    return false;
}

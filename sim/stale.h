/* What the RTL may still see of the past: a log of words of memory as they were
 * before stores, of map registers as they were before writes, and of the fences
 * between. Until a fence.i a fetch may see an old word (unpriv 3); until an
 * sfence.vma that covers it, a translation may use old entries and old maps
 * (priv 4.2.1). A bounded memory: of the last STALE_EVENTS events.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_STALE_H
#define GATEHOUSE_STALE_H

#include <stdbool.h>
#include <stdint.h>

#define STALE_EVENTS 65536u

/* What an event happened to: a word of DRAM, by its offset, or one of these. */
#define STALE_SATP 1u
#define STALE_UPMAR 2u
#define STALE_FENCE 3u

struct stale_log {
    struct {
        uint32_t where;
        uint32_t what; /* the value before; of a fence its operands */
    } event[STALE_EVENTS];
    uint64_t count;    /* events so far */
    uint64_t fence_i;  /* how many there were at the last fence.i, */
    uint64_t fence_vma; /* and at the last sfence.vma of everything */
};

static inline void stale_note(struct stale_log *s, uint32_t where, uint32_t old)
{
    uint32_t i = s->count++ % STALE_EVENTS;

    s->event[i].where = where;
    s->event[i].what = old;
}

static inline void stale_fence_i(struct stale_log *s)
{
    s->fence_i = s->count;
}

static inline void stale_fence_everything(struct stale_log *s)
{
    s->fence_vma = s->count;
}

/* sfence.vma of one page (va not NULL), of one address space (asid not NULL),
 * or of one page in one address space. */
void stale_fence_vma(struct stale_log *s, const uint32_t *va, const uint32_t *asid);

/* Whether the word at this offset held that value since the last fence.i. */
bool stale_held(const struct stale_log *s, uint32_t offset, uint32_t word);

/* A translation, as far as it matters for which fences end it. */
struct stale_use {
    uint32_t va, asid;
    bool global, big; /* its leaf is global, is one of 4 MiB */
};

/* Steps back through the values that something had before its present one, to
 * the last fence that covers the use. */
struct stale_search {
    const struct stale_log *log;
    struct stale_use use;
    uint32_t where;
    uint64_t at;
};

void stale_begin(struct stale_search *search, const struct stale_log *log,
                 const struct stale_use *use, uint32_t where);
bool stale_before(struct stale_search *search, uint32_t *what);

#endif

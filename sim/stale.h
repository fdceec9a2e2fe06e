/* Words of memory as they were before recent stores. Until a fence.i a fetch
 * may still see them (unpriv 3), until an sfence.vma a translation may still
 * use them (priv 4.2.1). A bounded memory: of the last STALE_WORDS stores.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_STALE_H
#define GATEHOUSE_STALE_H

#include <stdbool.h>
#include <stdint.h>

#define STALE_WORDS 65536u

struct stale_words {
    struct {
        uint32_t offset; /* in DRAM, of the word */
        uint32_t word;
    } store[STALE_WORDS];
    uint64_t count;              /* stores so far */
    uint64_t fence_i, fence_vma; /* how many there were at the last fence */
};

static inline void stale_note_store(struct stale_words *s, uint32_t offset,
                                    uint32_t old_word)
{
    uint32_t i = s->count++ % STALE_WORDS;

    s->store[i].offset = offset;
    s->store[i].word = old_word;
}

static inline void stale_fence_i(struct stale_words *s)
{
    s->fence_i = s->count;
}

static inline void stale_fence_vma(struct stale_words *s)
{
    s->fence_vma = s->count;
}

/* Finds older values of the word at this offset, one a call, since the fence
 * that `since` tells (s->fence_i or s->fence_vma). *at is 0 before the first
 * call. False when there are no more. */
bool stale_next(const struct stale_words *s, uint64_t since, uint32_t offset,
                uint64_t *at, uint32_t *word);

/* Whether the word held this value at some time since the fence. */
bool stale_held(const struct stale_words *s, uint64_t since, uint32_t offset,
                uint32_t word);

#endif

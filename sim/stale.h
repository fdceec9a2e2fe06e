/* Words of memory as they were before stores since the last fence.i: until
 * then a fetch may still see them (unpriv 3). A bounded memory: of the last
 * STALE_WORDS stores.
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
    uint64_t count; /* stores since the last fence.i */
};

static inline void stale_note_store(struct stale_words *s, uint32_t offset,
                                    uint32_t old_word)
{
    uint32_t i = s->count++ % STALE_WORDS;

    s->store[i].offset = offset;
    s->store[i].word = old_word;
}

static inline void stale_fence(struct stale_words *s)
{
    s->count = 0;
}

/* Whether the word at this offset held this value at some time since. */
bool stale_held(const struct stale_words *s, uint32_t offset, uint32_t word);

#endif

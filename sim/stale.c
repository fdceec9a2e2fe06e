/* The search in the words overwritten since a fence. It is made only when the
 * RTL saw something else than memory holds, so it may be slow.
 * SPDX-License-Identifier: ISC */
#include "stale.h"

bool stale_next(const struct stale_words *s, uint64_t since, uint32_t offset,
                uint64_t *at, uint32_t *word)
{
    uint64_t oldest = s->count > STALE_WORDS ? s->count - STALE_WORDS : 0;

    if (*at < since)
        *at = since;
    if (*at < oldest)
        *at = oldest;
    while (*at < s->count) {
        uint32_t i = (*at)++ % STALE_WORDS;

        if (s->store[i].offset == offset) {
            *word = s->store[i].word;
            return true;
        }
    }
    return false;
}

bool stale_held(const struct stale_words *s, uint64_t since, uint32_t offset,
                uint32_t word)
{
    uint64_t at = 0;
    uint32_t old;

    while (stale_next(s, since, offset, &at, &old))
        if (old == word)
            return true;
    return false;
}

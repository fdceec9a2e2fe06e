/* The search in the words overwritten since the last fence.i. It is made only
 * when the RTL fetched something else than memory holds, so it may be slow.
 * SPDX-License-Identifier: ISC */
#include "stale.h"

bool stale_held(const struct stale_words *s, uint32_t offset, uint32_t word)
{
    uint64_t n = s->count < STALE_WORDS ? s->count : STALE_WORDS;

    for (uint64_t i = 0; i < n; i++)
        if (s->store[i].offset == offset && s->store[i].word == word)
            return true;
    return false;
}

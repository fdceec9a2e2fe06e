/* A TLB like the machine's (64 entries, searched, replaced in turn, emptied by
 * fences only), filled by the translations of retired instructions alone. What it
 * holds is what the machine's would hold if it never fetched ahead.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_REPLAY_H
#define GATEHOUSE_VIEW_REPLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "columns.h"

#define REPLAY_ENTRIES 64

struct replay {
    struct columns *out;
    unsigned next;
    struct replay_entry {
        uint32_t key, pte;
    } entry[REPLAY_ENTRIES];
};

/* A key: page number 31:12, ASID 11:3, user's map 2, 4 MiB leaf 1, valid 0. */
struct replay_access {
    uint32_t va, map;
    bool user_map, big;
    uint32_t pte; /* the leaf used; 0: the access faulted */
};

/* An access; true if its translation was there. */
bool replay_access(struct replay *t, uint32_t at, const struct replay_access *a);

/* sfence.vma, as the machine does it: of one page for all ASIDs, else of all. */
void replay_fence(struct replay *t, uint32_t at, bool all, uint32_t va);

/* All entries as they are now, at the beginning of a window. */
void replay_begin(struct replay *t);

#endif

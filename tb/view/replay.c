/* See replay.h.
 * SPDX-License-Identifier: ISC */
#include "replay.h"

#include "../../sim/riscv.h"

#define VALID 1u
#define BIG 2u
#define USER_MAP 4u
#define ASID_SHIFT 3
#define ASID_MASK 0x1FFu

static void put(struct replay *t, uint32_t at, unsigned slot, uint32_t key, uint32_t pte)
{
    t->entry[slot] = (struct replay_entry){key, pte};
    column_add(t->out, COL_tlb_at, at);
    column_add(t->out, COL_tlb_slot, slot);
    column_add(t->out, COL_tlb_key, key);
    column_add(t->out, COL_tlb_pte, pte);
}

static bool same_page(uint32_t key, uint32_t va)
{
    return (key & VALID) && (key ^ va) >> (key & BIG ? 22 : 12) == 0;
}

bool replay_access(struct replay *t, uint32_t at, const struct replay_access *a)
{
    uint32_t asid = a->map >> 22 & ASID_MASK;

    for (unsigned i = 0; i < REPLAY_ENTRIES; i++) {
        struct replay_entry *e = &t->entry[i];

        if (!same_page(e->key, a->va) || !(e->key & USER_MAP) != !a->user_map)
            continue;
        if ((e->key >> ASID_SHIFT & ASID_MASK) != asid && !(e->pte & PTE_G))
            continue;
        if (e->pte == a->pte)
            return true;
        put(t, at, i, 0, 0); /* it refused the access: walked again */
    }
    if (a->pte) {
        put(t, at, t->next, (a->va & ~0xFFFu) | asid << ASID_SHIFT |
            (a->user_map ? USER_MAP : 0) | (a->big ? BIG : 0) | VALID, a->pte);
        t->next = (t->next + 1) % REPLAY_ENTRIES;
    }
    return false;
}

void replay_fence(struct replay *t, uint32_t at, bool all, uint32_t va)
{
    for (unsigned i = 0; i < REPLAY_ENTRIES; i++)
        if (all ? t->entry[i].key & VALID : same_page(t->entry[i].key, va))
            put(t, at, i, 0, 0);
}

void replay_begin(struct replay *t)
{
    for (unsigned i = 0; i < REPLAY_ENTRIES; i++)
        put(t, 0, i, t->entry[i].key, t->entry[i].pte);
}

/* The translation cache is exact: with random maps, stores and changes of
 * everything that a walk depends on, it answers as the walk does.
 * SPDX-License-Identifier: ISC */
#include "../mem.h"
#include "test.h"

/* A few pages hold all entries, so that most stores hit one in use. */
#define MAPS 0x80010000u
#define MAP_PAGES 4u
#define ROUNDS 400000

static uint32_t map_page(void)
{
    return (MAPS >> 12) + random_word() % MAP_PAGES;
}

static uint32_t random_entry(void)
{
    uint32_t word = random_word(), flags = word & 0xFF;

    if (word & 0x100)
        return map_page() << 10 | PTE_V; /* a pointer */
    return (word & 0x200 ? word & 0xFFC00000u : word & 0xFFFFFC00u) | flags |
           PTE_V | PTE_A;
}

static uint32_t random_va(void)
{
    return (random_word() & 3) << 22 | (random_word() & 7) << 12 |
           (random_word() & 0xFFF);
}

static void change_something(struct model *m)
{
    switch (random_word() % 16) {
    case 0:
        csr_write(m, CSR_SATP, SATP_MODE | map_page());
        break;
    case 1:
        csr_write(m, CSR_UPMAR, (random_word() & SATP_MODE) | map_page());
        break;
    case 2:
    case 3:
        csr_write(m, CSR_MSTATUS, random_word());
        break;
    case 4:
    case 5:
    case 6:
        mem_store(m, MAPS + random_word() % (MAP_PAGES * 1024) * 4, 0xF,
                  random_entry());
        break;
    case 7:
        mem_store(m, (map_page() << 12) + (random_word() & 3) * 4, 0xF,
                  random_entry());
        break;
    case 8:
        mem_store(m, (map_page() << 12) + (random_word() & 7) * 4, 1,
                  random_word() & 0xFF);
        break;
    }
}

static void walk_anew(struct model *m, uint32_t va, enum access access,
                      unsigned priv, enum walk_outcome *outcome,
                      struct translation *t)
{
    bool by_upmar = priv == MODE_U && (m->csr.upmar & SATP_MODE);
    struct walk_context context = {
        .map = by_upmar ? m->csr.upmar : m->csr.satp,
        .user = priv == MODE_U,
        .sum = m->csr.mstatus & MSTATUS_SUM,
        .mxr = m->csr.mstatus & MSTATUS_MXR,
    };

    *outcome = walk(m, &context, va, access, t);
}

static void translation_cache_is_exact(void)
{
    struct model *m = rig_new(false);
    unsigned good = 0;

    for (uint32_t a = MAPS; a < MAPS + MAP_PAGES * 4096; a += 4)
        rig_poke(m, a, random_entry());
    csr_write(m, CSR_SATP, SATP_MODE | map_page());

    for (unsigned i = 0; i < ROUNDS && !test_failed(); i++) {
        uint32_t va = random_va();
        enum access access = random_word() % 3;
        unsigned priv = random_word() & 1 ? MODE_S : MODE_U;
        struct translation cached = {0}, fresh = {0};
        enum walk_outcome outcome;
        bool ok;

        change_something(m);
        ok = translate(m, va, access, priv, &cached);
        walk_anew(m, va, access, priv, &outcome, &fresh);
        EQUAL(ok, outcome == WALK_DONE);
        if (ok) {
            EQUAL(cached.paddr, fresh.paddr);
            EQUAL(cached.pte, fresh.pte);
            good++;
        }
    }
    if (good < ROUNDS / 20)
        test_fail("only %u translations succeeded", good);
    model_free(m);
}

void test_translation_cache(void)
{
    RUN(translation_cache_is_exact);
}

/* Translations that the RTL may still use after the page map was changed and
 * before the fence: priv 4.2.1 lets an implementation use any entry that has
 * been in the map since the last sfence.vma. Only with config.stale_maps.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "mem.h"
#include "riscv.h"

/* The values that an entry may be seen with: its present one, then older ones. */
struct candidates {
    uint64_t paddr;
    bool present_given;
    uint64_t at;
};

static bool next_candidate(const struct model *m, struct candidates *c,
                           uint32_t *pte)
{
    if (!c->present_given) {
        c->present_given = true;
        return mem_read_dram(m, c->paddr, pte);
    }
    return stale_next(&m->stale, m->stale.fence_vma,
                      c->paddr - MODEL_DRAM_BASE, &c->at, pte);
}

static bool accept(uint32_t pte, uint32_t va, int level, struct translation *t)
{
    t->paddr = walk_leaf_address(pte, va, level);
    t->pte = pte;
    return true;
}

bool stale_translation(struct model *m, const struct walk_context *context,
                       uint32_t va, enum access access, uint32_t leaf,
                       struct translation *t)
{
    struct candidates root = {
        .paddr = ((uint64_t)(context->map & SATP_PPN) << 12) + (va >> 22) * 4,
    };
    uint32_t first, second;

    while (next_candidate(m, &root, &first)) {
        if (first & (PTE_R | PTE_X)) {
            if (first == leaf && walk_leaf_permits(first, 1, context, access))
                return accept(first, va, 1, t);
        } else if (walk_is_pointer(first)) {
            struct candidates table = {
                .paddr = ((uint64_t)(first >> PTE_PPN_SHIFT) << 12) +
                         (va >> 12 & 0x3FF) * 4,
            };

            while (next_candidate(m, &table, &second))
                if (second == leaf &&
                    walk_leaf_permits(second, 0, context, access))
                    return accept(second, va, 0, t);
        }
    }
    return false;
}

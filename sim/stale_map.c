/* Translations that the RTL may still use after a page map or a map register was
 * changed and before a fence that covers them: priv 4.2.1 lets an implementation
 * keep any entry that has been in the map since. Only with config.stale_maps.
 * SPDX-License-Identifier: ISC */
#include "devices/devices.h"
#include "machine.h"
#include "mem.h"
#include "riscv.h"

/* What is sought. The RTL tells the leaf that it used if it made the access; if
 * it took an access fault, any leaf will do whose address faults; if its SC
 * failed, any by which SC fails. */
enum what { NOTHING, THE_LEAF, A_FAULT, A_FAILURE };

struct sought {
    const struct walk_context *context;
    enum access access;
    enum what what;
    uint32_t leaf;
    struct stale_use use;
};

/* The values that a word may be seen with: its present one, then older ones. */
struct candidates {
    bool present_given;
    uint64_t paddr;
    struct stale_search past;
};

static void candidates_of(const struct model *m, const struct sought *s, uint64_t paddr,
                          struct candidates *c)
{
    c->present_given = false;
    c->paddr = paddr;
    stale_begin(&c->past, &m->stale, &s->use, (uint32_t)(paddr - MODEL_DRAM_BASE));
}

static bool next_candidate(const struct model *m, struct candidates *c, uint32_t *pte)
{
    if (!mem_is_dram(m, c->paddr))
        return false;
    if (c->present_given)
        return stale_before(&c->past, pte);
    c->present_given = true;
    return mem_read_dram(m, c->paddr, pte);
}

/* Nothing answers to this access there. */
static bool faults(const struct model *m, uint64_t paddr, enum access access)
{
    bool rom = paddr - MODEL_ROM_BASE < MODEL_ROM_BYTES;

    if (mem_is_dram(m, paddr))
        return false;
    if (access == ACCESS_FETCH)
        return !rom;
    if (insn_opcode(m->insn) == OP_AMO)
        return true;
    return !device_at(paddr) && !(rom && access == ACCESS_LOAD);
}

static bool sc_fails(const struct model *m, uint64_t paddr)
{
    return mem_is_dram(m, paddr) && !(m->reserved && m->reserved_paddr == paddr);
}

static bool is_sought(const struct model *m, const struct sought *s,
                      const struct translation *t)
{
    switch (s->what) {
    case THE_LEAF:
        return t->pte == s->leaf;
    case A_FAULT:
        return faults(m, t->paddr, s->access);
    case A_FAILURE:
        return sc_fails(m, t->paddr);
    default:
        return false;
    }
}

static bool fits(const struct model *m, const struct sought *s, uint32_t pte, int level,
                 struct translation *t)
{
    struct translation found = {
        .paddr = walk_leaf_address(pte, s->use.va, level),
        .pte = pte,
    };

    if (!(pte & PTE_G) != !s->use.global ||
        !walk_leaf_permits(pte, level, s->context, s->access) || !is_sought(m, s, &found))
        return false;
    *t = found;
    return true;
}

static bool in_table(const struct model *m, const struct sought *s, uint32_t pointer,
                     struct translation *t)
{
    struct candidates entry;
    uint32_t pte;

    candidates_of(m, s, ((uint64_t)(pointer >> PTE_PPN_SHIFT) << 12) +
                            (s->use.va >> 12 & 0x3FF) * 4, &entry);
    while (next_candidate(m, &entry, &pte))
        if (fits(m, s, pte, 0, t))
            return true;
    return false;
}

static bool in_map(const struct model *m, const struct sought *s, uint32_t map,
                   struct translation *t)
{
    struct candidates entry;
    uint32_t pte;

    candidates_of(m, s, ((uint64_t)(map & SATP_PPN) << 12) + (s->use.va >> 22) * 4, &entry);
    while (next_candidate(m, &entry, &pte)) {
        if (s->use.big ? fits(m, s, pte, 1, t)
                       : walk_is_pointer(pte) && in_table(m, s, pte, t))
            return true;
    }
    return false;
}

/* The map in charge, and those before it in the same register that could have
 * left an entry: of the same ASID, or of any if the leaf is global. */
static bool in_maps(const struct model *m, const struct sought *s, struct translation *t)
{
    uint32_t map = s->context->map;
    struct stale_search past;

    if (in_map(m, s, map, t))
        return true;
    stale_begin(&past, &m->stale, &s->use,
                s->context->user && (m->csr.upmar & SATP_MODE) ? STALE_UPMAR : STALE_SATP);
    while (stale_before(&past, &map))
        if ((map & SATP_MODE) &&
            (s->use.global || ((map ^ s->context->map) & SATP_ASID) == 0) &&
            in_map(m, s, map, t))
            return true;
    return false;
}

static enum what what_rtl_shows(const struct model *m, uint32_t va, enum access access,
                                uint32_t leaf)
{
    const struct retire *rtl = m->rtl;

    if (leaf)
        return THE_LEAF;
    if (rtl->trap && rtl->cause == access_fault_cause(access) && rtl->tval == va)
        return A_FAULT;
    if (!rtl->trap && access == ACCESS_STORE && insn_is_sc(m->insn) && rtl->mem_wmask == 0)
        return A_FAILURE;
    return NOTHING;
}

bool stale_translation(struct model *m, const struct walk_context *context,
                       uint32_t va, enum access access, enum walk_outcome outcome,
                       struct translation *t)
{
    struct sought s = {
        .context = context,
        .access = access,
        .leaf = access == ACCESS_FETCH ? m->rtl->pc_pte : m->rtl->mem_pte,
        .use = {.va = va, .asid = (context->map & SATP_ASID) >> SATP_ASID_SHIFT},
    };

    s.what = what_rtl_shows(m, va, access, s.leaf);
    if (s.what == NOTHING || (s.what == A_FAULT && outcome == WALK_ACCESS_FAULT) ||
        (outcome == WALK_DONE && is_sought(m, &s, t)))
        return false;
    for (unsigned kind = 0; kind < 4; kind++) {
        s.use.global = kind & 1;
        s.use.big = kind & 2;
        if (in_maps(m, &s, t))
            return true;
    }
    return false;
}

/* Cover points of address translation: entries by access, fences by what the TLB
 * may hold, entries and code that were changed.
 * SPDX-License-Identifier: ISC */
#include <string.h>

#include "../../sim/machine.h"
#include "../../sim/mem.h"
#include "../../sim/riscv.h"
#include "coverage.h"
#include "layout.h"
#include "observe.h"

enum { FETCH, LOAD, STORE };
enum { DONE, PAGE_FAULT, ACCESS_FAULT };

/* ---- What the map says */

unsigned map_in_use(const struct retire *r, unsigned privilege, uint32_t *map)
{
    *map = 0;
    if (privilege == 3)
        return 0;
    *map = r->satp;
    if (privilege == 0 && (r->upmar & SATP_MODE)) {
        *map = r->upmar;
        return 2;
    }
    return r->satp & SATP_MODE ? 1 : 0;
}

struct entry look_up_entry(const struct model *m, uint32_t map, uint32_t va)
{
    struct entry e = {.at = ((uint64_t)(map & SATP_PPN) << 12) + (va >> 22) * 4};

    e.end = ROOT_OUTSIDE;
    if (!mem_read_dram(m, e.at, &e.pte))
        return e;
    e.end = FIRST_INVALID;
    if (!(e.pte & PTE_V))
        return e;
    e.end = FIRST_RESERVED;
    if ((e.pte & (PTE_R | PTE_W)) == PTE_W)
        return e;
    e.end = e.pte >> PTE_PPN_SHIFT & 0x3FF ? FIRST_MISALIGNED : FIRST_LEAF;
    if (e.pte & (PTE_R | PTE_X))
        return e;
    e.end = FIRST_POINTER_BITS;
    if (e.pte & (PTE_A | PTE_D | PTE_U))
        return e;
    e.at = ((uint64_t)(e.pte >> PTE_PPN_SHIFT) << 12) + (va >> 12 & 0x3FF) * 4;
    e.end = TABLE_OUTSIDE;
    if (!mem_read_dram(m, e.at, &e.pte))
        return e;
    e.end = SECOND_INVALID;
    if (!(e.pte & PTE_V))
        return e;
    e.end = SECOND_RESERVED;
    if ((e.pte & (PTE_R | PTE_W)) == PTE_W)
        return e;
    e.end = (e.pte & (PTE_R | PTE_X)) ? SECOND_LEAF : SECOND_POINTER;
    return e;
}

static bool is_leaf(const struct entry *e)
{
    return e->end == FIRST_LEAF || e->end == SECOND_LEAF;
}

static unsigned rwxu(uint32_t pte)
{
    return (pte >> 1 & 7) | (pte >> 4 & 1) << 3;
}

static unsigned vgad(uint32_t pte)
{
    return (pte & 1) | (pte >> 5 & 1) << 1 | (pte >> 6 & 3) << 2;
}

/* ---- What the TLB may hold: translations in recent use */

struct held {
    uint32_t va, asid;
    unsigned map; /* 1 satp, 2 upmar */
    bool global, big, valid;
};

#define HELD 64
static struct held held[HELD];
static unsigned next_held;

static bool same_held(const struct held *a, const struct held *b)
{
    return a->va == b->va && a->asid == b->asid && a->map == b->map && a->global == b->global &&
           a->big == b->big && a->valid == b->valid;
}

static void hold(uint32_t va, uint32_t map, unsigned which, const struct entry *e)
{
    struct held new = {
        .va = va & ~0xFFFu, .asid = (map & SATP_ASID) >> SATP_ASID_SHIFT, .map = which,
        .global = e->pte & PTE_G, .big = e->end == FIRST_LEAF, .valid = true,
    };

    for (unsigned i = 0; i < HELD; i++)
        if (same_held(&held[i], &new))
            return;
    held[next_held++ % HELD] = new;
}

static void observe_fence(const struct observed *o)
{
    uint32_t va = o->r->rs1_val, asid = o->r->rs2_val & 0x1FF;
    bool by_va = insn_rs1(o->r->insn), by_asid = insn_rs2(o->r->insn);
    unsigned form = by_va | (unsigned)by_asid << 1;
    bool any[3] = {false};

    for (unsigned i = 0; i < HELD; i++) {
        struct held *h = &held[i];
        bool same_va = (h->va ^ va) >> (h->big ? 22 : 12) == 0, same_asid = h->asid == asid;

        if (!h->valid || (by_va && !same_va))
            continue;
        cover3(fence, form, (h->big ? 3u : 0) + (h->global ? 2u : by_asid && !same_asid ? 1u : 0),
               h->map);
        any[h->map] = true;
        if (!by_asid || (same_asid && !h->global))
            h->valid = false;
    }
    for (unsigned map = 1; map <= 2; map++)
        if (!any[map])
            cover3(fence, form, 6, map);
}

/* ---- Words that were changed: of maps, and of code */

struct change {
    uint64_t at;
    uint32_t old, new;
    bool fenced;
};

#define CHANGES 64
static struct change map_change[CHANGES], code_change[CHANGES];
static unsigned next_map_change, next_code_change;

void observe_reset_maps(void)
{
    memset(held, 0, sizeof held);
    memset(map_change, 0, sizeof map_change);
    memset(code_change, 0, sizeof code_change);
}

static struct change *find_change(struct change *list, uint64_t at)
{
    for (unsigned i = 0; i < CHANGES; i++)
        if (list[i].at == at)
            return &list[i];
    return NULL;
}

static void fence_changes(struct change *list)
{
    for (unsigned i = 0; i < CHANGES; i++)
        list[i].fenced = true;
}

static uint32_t lanes_of(unsigned mask)
{
    return lane_bits(mask);
}

/* Memory as it is now, the word before. The old value is not to be had from the
 * record of a store; the list of recent accesses to the word may know it. */
static void note_store(const struct observed *o)
{
    const struct retire *r = o->r;
    uint64_t at = r->mem_paddr;
    bool map = at - FUZZ_TABLES < FUZZ_TABLE_PAGES * 0x1000u;
    bool code = at - FUZZ_CODE < FUZZ_CODE_PAGES * 0x1000u;
    struct change *c;
    const struct stale_log *s = &o->m->stale;

    if (!r->mem_wmask || !(map || code) || s->count == 0)
        return;
    c = find_change(map ? map_change : code_change, at);
    if (!c)
        c = map ? &map_change[next_map_change++ % CHANGES]
                : &code_change[next_code_change++ % CHANGES];
    c->at = at;
    c->old = s->event[(s->count - 1) % STALE_EVENTS].what;
    c->new = (c->old & ~lanes_of(r->mem_wmask)) | (r->mem_wdata & lanes_of(r->mem_wmask));
    c->fenced = false;
}

static void use_changed_entry(const struct entry *e, unsigned access, uint32_t used)
{
    struct change *c = find_change(map_change, e->at);
    uint32_t bits;
    unsigned kind;

    if (!c || c->old == c->new || c->new != e->pte)
        return;
    bits = c->old ^ c->new;
    kind = !(c->old & PTE_V) ? 0u : !(c->new & PTE_V) ? 1u : bits >> PTE_PPN_SHIFT ? 2u
         : (bits & (PTE_R | PTE_W | PTE_X | PTE_U)) ? 3u : (bits & (PTE_A | PTE_D)) ? 4u : 5u;
    if (kind > 4)
        return;
    cover3(change, kind, used && used == c->old ? 2u : c->fenced, access);
}

static void use_changed_code(const struct retire *r)
{
    struct change *c = find_change(code_change, r->pc_paddr);

    if (c && c->old != c->new)
        cover2(code, r->insn == c->new ? !c->fenced : 2u, mode_index(r->mode));
}

/* ---- Accesses */

static void observe_access(const struct observed *o, uint32_t va, unsigned access,
                           unsigned privilege, unsigned outcome, uint32_t used)
{
    uint32_t map;
    unsigned which = map_in_use(o->r, privilege, &map);
    struct entry e;

    if (which == 0)
        return;
    e = look_up_entry(o->m, map, va);
    cover4(walk, e.end, access, privilege, which);
    if (e.end != ROOT_OUTSIDE && e.end != TABLE_OUTSIDE)
        cover5(GROUP_leaf, rwxu(e.pte), vgad(e.pte), access, privilege, e.end < TABLE_OUTSIDE ? 1 : 0);
    if (is_leaf(&e) && (e.pte & (PTE_V | PTE_A | PTE_D)) == (PTE_V | PTE_A | PTE_D))
        cover5(GROUP_rights, rwxu(e.pte), access, privilege, !!(o->r->mstatus & MSTATUS_SUM),
               !!(o->r->mstatus & MSTATUS_MXR));
    use_changed_entry(&e, access, used);
    if (outcome == DONE && is_leaf(&e))
        hold(va, map, which, &e);
}

unsigned privilege_of_data(const struct observed *o)
{
    uint32_t mstatus = o->r->trap && !o->r->intr ? o->before->mstatus : o->r->mstatus;

    if (o->r->mode == 3 && (mstatus & MSTATUS_MPRV))
        return mstatus >> MSTATUS_MPP_SHIFT & 3;
    return o->r->mode;
}

static void observe_data(const struct observed *o)
{
    const struct retire *r = o->r;
    unsigned access, outcome = DONE, privilege = privilege_of_data(o);
    uint32_t va = r->mem_addr, map;

    switch (o->class) {
    case CLASS_LOAD: case CLASS_LR: access = LOAD; break;
    case CLASS_STORE: case CLASS_SC: case CLASS_AMO: access = STORE; break;
    default: return;
    }
    if (r->trap) {
        va = r->tval;
        if (r->cause == CAUSE_LOAD_PAGE || r->cause == CAUSE_STORE_PAGE)
            outcome = PAGE_FAULT;
        else if (r->cause == CAUSE_LOAD_ACCESS || r->cause == CAUSE_STORE_ACCESS)
            outcome = ACCESS_FAULT;
        else
            return;
    } else if (!(r->mem_rmask | r->mem_wmask)) {
        return; /* a failed SC tells no address */
    }
    observe_access(o, va, access, privilege, outcome, r->mem_pte);
    if (r->mode == 3 && (o->before->mstatus & MSTATUS_MPRV) && !r->intr)
        cover4(mprv, access - LOAD + 1, mode_index(privilege), map_in_use(r, privilege, &map),
               outcome);
}

static void observe_fetch(const struct observed *o)
{
    const struct retire *r = o->r;
    bool fault = r->trap && (r->cause == CAUSE_FETCH_PAGE || r->cause == CAUSE_FETCH_ACCESS);

    if (!fault && !o->before->trap && !r->intr && o->before->mode == r->mode &&
        (o->before->pc ^ r->pc) >> 12 == 0)
        return;
    observe_access(o, r->pc, FETCH, r->mode, !fault ? DONE : r->cause == CAUSE_FETCH_PAGE
                                                                 ? PAGE_FAULT : ACCESS_FAULT,
                   r->pc_pte);
}

void observe_maps(const struct observed *o)
{
    if (o->r->mode != 3)
        observe_fetch(o);
    observe_data(o);
    use_changed_code(o->r);
    note_store(o);
    if (o->r->trap)
        return;
    if (o->class == CLASS_SFENCE) {
        observe_fence(o);
        fence_changes(map_change);
    } else if (o->class == CLASS_FENCE_I) {
        fence_changes(code_change);
    }
}

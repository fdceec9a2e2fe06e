/* The virtual address translation process of Sv32: priv 4.3.2, in its order
 * and with its numbers. A and D are never written (Svade).
 * SPDX-License-Identifier: ISC */
#include "mem.h"
#include "riscv.h"
#include "translate.h"

#define LEVELS 2
#define PTE_BYTES 4
#define PAGE_BYTES UINT64_C(4096)

static uint32_t vpn(uint32_t va, int i)
{
    return va >> (12 + 10 * i) & 0x3FF;
}

/* pte.ppn[i], ..., pte.ppn[LEVELS-1] of an address within a leaf at level i
 * come from the entry, the rest from the address. */
uint64_t walk_leaf_address(uint32_t pte, uint32_t va, int i)
{
    uint64_t ppn = pte >> PTE_PPN_SHIFT;
    uint64_t offset_mask = (UINT64_C(1) << (12 + 10 * i)) - 1;

    return (ppn << 12 & ~offset_mask) | (va & offset_mask);
}

static bool is_invalid(uint32_t pte)
{
    return !(pte & PTE_V) || (!(pte & PTE_R) && (pte & PTE_W));
}

static bool access_allowed(uint32_t pte, const struct walk_context *context,
                           enum access access)
{
    /* priv 3.1.6.3 (SUM) and 4.3.1: U reaches only U pages; S reaches those
     * with SUM set, but never executes them. */
    if (context->user) {
        if (!(pte & PTE_U))
            return false;
    } else if (pte & PTE_U) {
        if (access == ACCESS_FETCH || !context->sum)
            return false;
    }

    switch (access) {
    case ACCESS_FETCH:
        return pte & PTE_X;
    case ACCESS_LOAD: /* MXR makes executable pages readable */
        return pte & PTE_R || (context->mxr && pte & PTE_X);
    case ACCESS_STORE:
        return pte & PTE_W;
    }
    return false;
}

/* A valid entry that names the next level. In it D, A and U are reserved
 * (4.3.1). */
bool walk_is_pointer(uint32_t pte)
{
    return (pte & (PTE_V | PTE_R | PTE_W | PTE_X)) == PTE_V &&
           !(pte & (PTE_D | PTE_A | PTE_U));
}

/* Steps 5 to 7 of the algorithm, all of which end in a page fault. */
bool walk_leaf_permits(uint32_t pte, int i, const struct walk_context *context,
                       enum access access)
{
    /* 3. again, for entries that did not come through it. */
    if (is_invalid(pte))
        return false;

    /* 5. Is the access allowed by R, W, X and U, given the privilege mode, SUM
     * and MXR? */
    if (!access_allowed(pte, context, access))
        return false;

    /* 6. A misaligned superpage. */
    if (i > 0 && (pte >> PTE_PPN_SHIFT & 0x3FF) != 0)
        return false;

    /* 7. A clear, or a store with D clear. */
    return (pte & PTE_A) && (access != ACCESS_STORE || (pte & PTE_D));
}

enum walk_outcome walk(struct model *m, const struct walk_context *context,
                       uint32_t va, enum access access, struct translation *t)
{
    /* 1. Let a be satp.ppn x PAGESIZE, and let i = LEVELS - 1. */
    uint64_t a = (context->map & SATP_PPN) * PAGE_BYTES;
    int i = LEVELS - 1;
    uint32_t pte;

    for (;;) {
        /* 2. Let pte be the value at a + va.vpn[i] x PTESIZE. If that violates
         * a PMA check, raise an access fault of the original access's type. */
        if (!mem_read_map_entry(m, a + vpn(va, i) * PTE_BYTES, &pte))
            return WALK_ACCESS_FAULT;

        /* 3. Not valid, or a reserved encoding: page fault. */
        if (is_invalid(pte))
            return WALK_PAGE_FAULT;

        /* 4. A leaf if R or X is set, otherwise a pointer to the next level. */
        if (pte & (PTE_R | PTE_X))
            break;
        if (!walk_is_pointer(pte))
            return WALK_PAGE_FAULT;
        i = i - 1;
        if (i < 0)
            return WALK_PAGE_FAULT;
        a = (pte >> PTE_PPN_SHIFT) * PAGE_BYTES;
    }

    /* 5. to 7. A leaf: page fault unless it permits the access. */
    if (!walk_leaf_permits(pte, i, context, access))
        return WALK_PAGE_FAULT;

    /* 8. The translation is successful. */
    t->paddr = walk_leaf_address(pte, va, i);
    t->pte = pte;
    return WALK_DONE;
}

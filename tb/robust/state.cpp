// See state.h. Takes the place of tb/verilated.cpp, which it contains; what it reaches is named in inject.vlt.
// SPDX-License-Identifier: ISC
#include "../verilated.cpp"

#include "Vsim_top___024root.h"
#include "state.h"

#define CORE(name) sim_top__DOT__u_soc__DOT__u_core__DOT__##name
#define KEY(tlb, n) CORE(tlb##__DOT__slot__BRA__##n##__KET____DOT__key_q)

#define FETCHES(n, what) CORE(u_itlb__DOT__slot__BRA__##n##__KET____DOT__fetches__DOT__##what)

#define TAG_VALID 0x800000u // and below it address bits 30:8
#define LINE_WORDS 8u

static unsigned const entries[] = {64, 4, 8};

unsigned state_entries(enum tlb_part part)
{
    return entries[part];
}

unsigned state_key_bits(enum tlb_part part)
{
    return part == TLB_MAIN ? 32 : 21;
}

unsigned state_leaf_bits(enum tlb_part part)
{
    return part == TLB_MAIN ? 33 : 32;
}

bool state_valid(struct verilated *v, enum tlb_part part, unsigned entry)
{
    Vsim_top___024root *r = v->top->rootp;

    switch (part) {
    case TLB_MAIN: return r->CORE(u_mmu__DOT__u_tlb__DOT__valid_q) >> entry & 1;
    case TLB_FETCH: return r->CORE(u_itlb__DOT__valid_q) >> entry & 1;
    default: return r->CORE(u_dtlb__DOT__valid_q) >> entry & 1;
    }
}

static IData *key_of(Vsim_top___024root *r, enum tlb_part part, unsigned entry)
{
    IData *const fetch[] = {&r->KEY(u_itlb, 0), &r->KEY(u_itlb, 1), &r->KEY(u_itlb, 2), &r->KEY(u_itlb, 3)};
    IData *const data[] = {&r->KEY(u_dtlb, 0), &r->KEY(u_dtlb, 1), &r->KEY(u_dtlb, 2), &r->KEY(u_dtlb, 3),
                           &r->KEY(u_dtlb, 4), &r->KEY(u_dtlb, 5), &r->KEY(u_dtlb, 6), &r->KEY(u_dtlb, 7)};

    return part == TLB_MAIN ? &r->CORE(u_mmu__DOT__u_tlb__DOT__key_q)[entry]
         : part == TLB_FETCH ? fetch[entry] : data[entry];
}

static QData *leaf_of(Vsim_top___024root *r, enum tlb_part part, unsigned entry)
{
    return part == TLB_MAIN ? &r->CORE(u_mmu__DOT__u_tlb__DOT__leaf)[entry]
         : part == TLB_FETCH ? &r->CORE(u_itlb__DOT__leaf)[entry]
                             : &r->CORE(u_dtlb__DOT__leaf)[entry];
}

void state_flip_key(struct verilated *v, enum tlb_part part, unsigned entry, unsigned bit)
{
    *key_of(v->top->rootp, part, entry) ^= 1u << bit;
}

void state_flip_leaf(struct verilated *v, enum tlb_part part, unsigned entry, unsigned bit)
{
    Vsim_top___024root *r = v->top->rootp;
    IData *const frame[] = {&r->FETCHES(0, frame_q), &r->FETCHES(1, frame_q), &r->FETCHES(2, frame_q), &r->FETCHES(3, frame_q)};
    CData *const may[] = {&r->FETCHES(0, may_q), &r->FETCHES(1, may_q), &r->FETCHES(2, may_q), &r->FETCHES(3, may_q)};
    QData leaf = *leaf_of(r, part, entry) ^= 1ull << bit;

    // A fetch goes by registers of the entry: the leaf's frame, and what its flags let S and (1) U fetch.
    if (part == TLB_FETCH) {
        bool fetchable = (leaf & 0x49) == 0x49 && (leaf & 6) != 4; // V, X, A; not W without R
        *frame[entry] = leaf >> 10 & 0x3FFFFF;
        *may[entry] = !fetchable ? 0 : leaf & 0x10 ? 2 : 1;
    }
}

uint32_t state_leaf(struct verilated *v, enum tlb_part part, unsigned entry)
{
    return (uint32_t)*leaf_of(v->top->rootp, part, entry);
}

bool state_flip_cached(struct verilated *v, uint32_t paddr, unsigned bit)
{
    Vsim_top___024root *r = v->top->rootp;
    unsigned word = (paddr & 0xFFF) / 4;
    uint32_t tag = r->CORE(u_dcache__DOT__tag_ram)[word / LINE_WORDS];

    if (tag != (TAG_VALID | (paddr >> 8 & 0x7FFFFF)))
        return false;
    r->CORE(u_dcache__DOT__data_ram)[word] ^= 1u << bit;
    return true;
}

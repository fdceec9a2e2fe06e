/* PLIC: gateways, priorities, claim and complete.
 * A gateway turns a high level into one pending request; it forwards no other
 * until that one has been claimed and completed. A request once pending stays
 * so even if the line falls before the claim.
 * SPDX-License-Identifier: ISC */
#include "plic.h"

#include <string.h>

#include "../mem.h"

#define PENDING 0x1000u
#define ENABLE 0x2000u
#define ENABLE_STRIDE 0x80u
#define CONTEXT 0x200000u
#define CONTEXT_STRIDE 0x1000u
#define PRIORITY_BITS 7u

void plic_reset(struct plic *p)
{
    memset(p, 0, sizeof *p);
}

static void open_gateways(struct plic *p)
{
    p->pending |= p->lines & ~p->in_service;
}

void plic_set_lines(struct plic *p, uint32_t lines)
{
    p->lines = lines & ~1u;
    open_gateways(p);
}

/* The pending, enabled source of the highest priority above `floor`; the
 * lowest number wins a tie. 0 if there is none. */
static unsigned best_source(const struct plic *p, unsigned context,
                            unsigned floor)
{
    unsigned best = 0;

    for (unsigned s = 1; s < PLIC_SOURCES; s++) {
        if (!(p->pending & p->enable[context] & 1u << s))
            continue;
        if (p->priority[s] > floor) {
            floor = p->priority[s];
            best = s;
        }
    }
    return best;
}

bool plic_interrupts(const struct plic *p, unsigned context)
{
    if (!(p->pending & p->enable[context]))
        return false;
    return best_source(p, context, p->threshold[context]) != 0;
}

/* The threshold has no say in a claim. */
static uint32_t claim(struct plic *p, unsigned context)
{
    unsigned source = best_source(p, context, 0);

    if (source) {
        p->pending &= ~(1u << source);
        p->in_service |= 1u << source;
    }
    return source;
}

/* A completion by a context that has not enabled the source is ignored. */
static void complete(struct plic *p, unsigned context, uint32_t source)
{
    if (source >= PLIC_SOURCES || !(p->enable[context] & 1u << source))
        return;
    p->in_service &= ~(1u << source);
    open_gateways(p);
}

uint32_t plic_load(struct plic *p, uint32_t offset)
{
    if (offset < 4 * PLIC_SOURCES)
        return p->priority[offset / 4];
    if (offset == PENDING)
        return p->pending;
    for (unsigned c = 0; c < PLIC_CONTEXTS; c++) {
        if (offset == ENABLE + c * ENABLE_STRIDE)
            return p->enable[c];
        if (offset == CONTEXT + c * CONTEXT_STRIDE)
            return p->threshold[c];
        if (offset == CONTEXT + c * CONTEXT_STRIDE + 4)
            return claim(p, c);
    }
    return 0;
}

void plic_store(struct plic *p, uint32_t offset, unsigned lanes, uint32_t data)
{
    uint32_t bits = lane_bits(lanes);

    if (offset < 4 * PLIC_SOURCES) {
        if (offset > 0 && (lanes & 1))
            p->priority[offset / 4] = data & PRIORITY_BITS;
        return;
    }
    for (unsigned c = 0; c < PLIC_CONTEXTS; c++) {
        if (offset == ENABLE + c * ENABLE_STRIDE)
            p->enable[c] = ((p->enable[c] & ~bits) | (data & bits)) & ~1u;
        else if (offset == CONTEXT + c * CONTEXT_STRIDE && (lanes & 1))
            p->threshold[c] = data & PRIORITY_BITS;
        else if (offset == CONTEXT + c * CONTEXT_STRIDE + 4)
            complete(p, c, data);
    }
}

/* CLINT registers: msip at 0, mtimecmp at 0x4000, mtime at 0xBFF8.
 * SPDX-License-Identifier: ISC */
#include "clint.h"

#include "../mem.h"

#define MSIP 0x0000
#define MTIMECMP 0x4000
#define MTIMECMPH 0x4004
#define MTIME 0xBFF8
#define MTIMEH 0xBFFC

/* mtimecmp is all ones out of reset, so that no timer interrupt is pending
 * before software asks for one. */
void clint_reset(struct clint *c)
{
    c->mtime = 0;
    c->mtimecmp = UINT64_MAX;
    c->msip = false;
}

uint32_t clint_load(const struct clint *c, uint32_t offset)
{
    switch (offset) {
    case MSIP:
        return c->msip;
    case MTIMECMP:
        return (uint32_t)c->mtimecmp;
    case MTIMECMPH:
        return c->mtimecmp >> 32;
    case MTIME:
        return (uint32_t)c->mtime;
    case MTIMEH:
        return c->mtime >> 32;
    default:
        return 0;
    }
}

static void store_half(uint64_t *reg, bool high, unsigned lanes, uint32_t data)
{
    unsigned shift = high ? 32 : 0;
    uint64_t bits = (uint64_t)lane_bits(lanes) << shift;

    *reg = (*reg & ~bits) | ((uint64_t)data << shift & bits);
}

void clint_store(struct clint *c, uint32_t offset, unsigned lanes,
                 uint32_t data)
{
    switch (offset) {
    case MSIP:
        if (lanes & 1)
            c->msip = data & 1;
        break;
    case MTIMECMP:
    case MTIMECMPH:
        store_half(&c->mtimecmp, offset == MTIMECMPH, lanes, data);
        break;
    case MTIME:
    case MTIMEH:
        store_half(&c->mtime, offset == MTIMEH, lanes, data);
        break;
    }
}

/* CLINT: the software interrupt, the timer and its compare register of hart 0,
 * laid out as SiFive's.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_CLINT_H
#define GATEHOUSE_CLINT_H

#include <stdbool.h>
#include <stdint.h>

struct clint {
    uint64_t mtime, mtimecmp;
    bool msip;
};

void clint_reset(struct clint *c);
uint32_t clint_load(const struct clint *c, uint32_t offset);
void clint_store(struct clint *c, uint32_t offset, unsigned lanes,
                 uint32_t data);

/* priv 3.2.1: pending while mtime >= mtimecmp, unsigned. */
static inline bool clint_mtip(const struct clint *c)
{
    return c->mtime >= c->mtimecmp;
}

#endif

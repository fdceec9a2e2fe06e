/* Which pages of memory belong to page maps, and every change of them. A page joins
 * when a map register or an entry of a root first names it; from then on each store
 * to it is recorded, so that the page can rebuild any map at any moment.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_MAPS_H
#define GATEHOUSE_VIEW_MAPS_H

#include <stdbool.h>
#include <stdint.h>

#include "columns.h"

#define NO_OWNER 0xFFFFu

struct maps {
    struct columns *out;
    const uint8_t *dram;
    uint32_t frames;
    struct map_page {
        uint16_t filled;    /* entries that are not zero */
        uint16_t owner;     /* roots: whose; NO_OWNER while given up */
        bool known, root;
    } *page;
};

void maps_init(struct maps *m, struct columns *out, const uint8_t *dram, uint64_t bytes);
void maps_free(struct maps *m);

/* A map register names this root, for this owner, as seen from `at` on. */
void maps_use(struct maps *m, uint32_t at, uint32_t ppn, unsigned owner);

/* A store to this physical address has happened. */
void maps_store(struct maps *m, uint32_t at, uint64_t paddr);

/* All pages as they are now, at the beginning of a window. */
void maps_begin(struct maps *m);

/* The 32-bit word at a physical address, 0 outside DRAM. */
uint32_t maps_word(const struct maps *m, uint64_t paddr);

#endif

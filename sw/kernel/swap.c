/* Paging: when no frame is free, one is taken from a module. The hand of a clock
 * goes round the frames; a page used since it last came by (A) is spared once.
 * A page that was written (D) goes to the disk first; one that was not is
 * dropped: the program file, or its last copy on the disk, or being all zero
 * is enough to make it again.
 *
 * An entry with V=0 that is not 0 tells of a page that is away: its rights as
 * ever, and in the frame's place the slot on the disk, 0 for a page of zeros.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static uint32_t first_block, nslots; /* slot 1 is the first block, and so on */
static uint8_t slot_used[NSLOTS + 1];

void swap_init(void)
{
    first_block = fs_swap(&nslots);
    if (nslots > NSLOTS)
        nslots = NSLOTS;
}

static uint32_t slot_new(void)
{
    for (uint32_t i = 1; i <= nslots; i++)
        if (!slot_used[i])
            return slot_used[i] = 1, i;
    return 0;
}

void slot_free(uint32_t slot)
{
    slot_used[slot] = 0;
}

static int slot_io(uint32_t slot, uint8_t *page, bool out)
{
    uint32_t sector = (first_block + slot - 1) * FS_SECTORS;
    int error = 0;
    for (uint32_t i = 0; i < FS_SECTORS && !error; i++, page += FS_SECTOR)
        error = out ? disk_write(sector + i, page) : disk_read(sector + i, page);
    return error;
}

/* Take m's page in that frame away from it. */
static int page_out(struct module *m, uint32_t va, pte_t *e, void *frame)
{
    uint16_t *slot = frame_slot(frame);
    if (*e & PTE_D) {
        if (!*slot && !(*slot = slot_new()))
            return E_FULL;
        if (slot_io(*slot, frame, true)) {
            slot_free(*slot);
            *slot = 0;
            return E_IO;
        }
        counters.page_outs++;
    } else {
        counters.drops++;
    }
    *e = *slot || !segment_of(m, va) ? (uint32_t)*slot << 10 | (*e & PTE_RIGHTS) : 0;
    *slot = 0; /* the entry has it now */
    m->pages--;
    fence_page(va, module_asid(m));
    frame_free(frame);
    return 0;
}

static bool failed; /* the last frame was not to be had because of the disk */

/* Why frame_for() gave none. */
int frame_refusal(void)
{
    return failed ? PAGE_DISK : PAGE_NOMEM;
}

/* One frame becomes free, unless all are spoken for or the disk fails. */
static bool evict(void)
{
    static void *hand;
    failed = false;
    for (uint32_t n = 0; nslots && n < 2 * NFRAMES; n++) {
        uint32_t va;
        struct module *m = frame_next(&hand, &va);
        pte_t *e = m ? vm_walk(m->root, va, false) : 0;
        if (!e || !(*e & PTE_V) || (void *)PTE_FRAME(*e) != hand)
            continue;
        if (*e & PTE_A) {
            *e &= ~PTE_A;
            fence_page(va, module_asid(m));
            continue;
        }
        int error = page_out(m, va, e, hand);
        failed = error == E_IO;
        if (error != E_FULL) /* then a clean page may still be found */
            return !error;
    }
    return false;
}

/* Like frame_alloc(), but takes one away from a module if it must. */
void *frame_get(void)
{
    void *frame;
    while (!(frame = frame_alloc()))
        if (!evict())
            return 0;
    return frame;
}

/* For m's page at that address: one that it may lose again. */
void *frame_for(struct module *m, uint32_t page)
{
    void *frame = m->fixed_frame;
    if (!frame && m->pages < MODULE_PAGES && (frame = frame_get()))
        frame_own(frame, m, page);
    return frame;
}

/* m needs the page whose entry *e says that it is away. */
int swap_in(struct module *m, uint32_t page, const pte_t *e, uint32_t access)
{
    uint32_t slot = *e >> 10, rights = *e & PTE_RIGHTS;
    void *frame = frame_for(m, page);
    if (!frame)
        return frame_refusal();
    if (slot) {
        if (slot_io(slot, frame, false)) {
            frame_free(frame);
            return PAGE_DISK;
        }
        *frame_slot(frame) = slot;
        counters.page_ins++;
    }
    vm_map(m, page, frame, rights | (access & PTE_W ? PTE_D : 0));
    return PAGE_OK;
}

/* Physical memory in frames of a page. A frame handed out is all zero: it is
 * scrubbed when given back (or, when never used before, when handed out), so
 * that no module finds what another left.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define FIRST ((FRAMES_BASE - DRAM_BASE) / PAGE_SIZE)

/* What is behind `fresh` says nothing yet, and is not cleared at boot. */
static struct frame {
    uint8_t refs;  /* maps (and others) that hold it; 0: free */
    uint8_t owner; /* slot + 1 of the module that may lose it to the disk, or 0 */
    uint16_t slot; /* where the disk has a copy of it as it was read, or 0 */
    uint32_t link; /* free: the next free one; owned: its virtual address */
} frames[FRAMES_MAX] __attribute__((section(".noinit")));

static uint32_t free_list; /* number of the first, 0: none */
static uint32_t fresh;     /* never used: from here to NFRAMES */

uint32_t frame_number(void *frame)
{
    uint32_t n = ((uint32_t)frame - DRAM_BASE) / PAGE_SIZE;
    return n < NFRAMES ? n : 0;
}

void frame_init(uint32_t limit)
{
    fresh = FIRST;
    counters.frames = NFRAMES - fresh;
    if (limit && limit < counters.frames)
        counters.frames = limit;
}

/* 0: none is left. */
void *frame_alloc(void)
{
    uint32_t n = free_list;
    if (!counters.frames)
        return 0;
    counters.frames--;
    if (n)
        free_list = frames[n].link;
    else
        n = fresh++;
    frames[n] = (struct frame){.refs = 1};
    void *frame = (void *)(DRAM_BASE + n * PAGE_SIZE);
    if (n == fresh - 1)
        memset(frame, 0, PAGE_SIZE);
    return frame;
}

void frame_share(void *frame)
{
    frames[frame_number(frame)].refs++;
}

/* Frames of the boot region are not ours to recycle: their number is 0. */
void frame_free(void *frame)
{
    uint32_t n = frame_number(frame);
    if (!n || --frames[n].refs)
        return;
    slot_free(frames[n].slot);
    memset(frame, 0, PAGE_SIZE);
    frames[n] = (struct frame){.link = free_list};
    free_list = n;
    counters.frames++;
}

void frame_own(void *frame, const struct module *m, uint32_t va)
{
    struct frame *f = &frames[frame_number(frame)];
    f->owner = m - modules + 1;
    f->link = va;
}

/* The frame behind *frame, round and round, and who may lose it, and from
 * where; 0: nobody. */
struct module *frame_next(void **frame, uint32_t *va)
{
    uint32_t n = frame_number(*frame) + 1;
    if (n < FIRST || n >= fresh)
        n = FIRST;
    struct frame *f = &frames[n];
    *frame = (void *)(DRAM_BASE + n * PAGE_SIZE);
    *va = f->link;
    return f->refs == 1 && f->owner && modules[f->owner - 1].root ? &modules[f->owner - 1] : 0;
}

uint16_t *frame_slot(void *frame)
{
    return &frames[frame_number(frame)].slot;
}

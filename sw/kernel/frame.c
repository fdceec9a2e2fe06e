/* Physical memory in frames of a page. A frame handed out is all zero: it is
 * scrubbed when given back (or, when never used before, when handed out), so
 * that no module finds what another left.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define NFRAMES ((REGION_BASE - DRAM_BASE) / PAGE_SIZE)

struct frame {
    uint16_t refs; /* maps (or pins) that hold it; 0: free */
    uint16_t owner; /* slot + 1 of the module that may lose it to the disk */
    uint32_t link;  /* free: the next free one; owned: its virtual address */
};

static struct frame frames[NFRAMES];
static uint32_t free_list; /* number of the first, 0: none */
static uint32_t fresh;     /* never used: from here to NFRAMES */
static uint32_t nfree;

static uint32_t number(void *frame)
{
    uint32_t n = ((uint32_t)frame - DRAM_BASE) / PAGE_SIZE;
    return n < NFRAMES ? n : 0;
}

void frame_init(uint32_t limit)
{
    fresh = (FRAMES_BASE - DRAM_BASE) / PAGE_SIZE;
    nfree = NFRAMES - fresh;
    if (limit && limit < nfree)
        nfree = limit;
}

void *frame_alloc(void)
{
    uint32_t n = free_list;
    if (!nfree)
        return 0;
    nfree--;
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
    frames[number(frame)].refs++;
}

/* Frames of the boot region are not ours to recycle: number() is 0. */
void frame_free(void *frame)
{
    uint32_t n = number(frame);
    if (!n || --frames[n].refs)
        return;
    memset(frame, 0, PAGE_SIZE);
    frames[n].owner = 0;
    frames[n].link = free_list;
    free_list = n;
    nfree++;
}

uint32_t frame_count_free(void)
{
    return nfree;
}

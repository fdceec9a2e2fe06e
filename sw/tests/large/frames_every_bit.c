/* Pages, 4 MiB pages and tables anywhere in 1 GiB of DRAM are reached, whichever bits of their number are set: read and
 * executed, first by a walk and then by the TLB.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define PLACES 36u

/* Each bit of a frame's number as the only one set beside the topmost, and as the only one not set. */
static uint32_t place(unsigned i)
{
    uint32_t bit = PAGE << i / 2;

    return DRAM + (i % 2 ? 0x3ffff000 & ~bit : 0x20000000 | bit);
}

/* A page in the same 4 MiB, which is no place itself */
static uint32_t beside(unsigned i)
{
    return place(i) ^ 7 * PAGE;
}

static void reached(enum kind kind, unsigned i, uint32_t va)
{
    EQ(TOUCH(S, kind, va), OK);
    EQ(out.a0, kind == LOAD ? MARK_WORD(i) : i);
}

int main(void)
{
    pte *root = map_start();
    for (unsigned i = 0; i < PLACES; i++) {
        *root_entry(root, VA + i * MEGA) = ENTRY(PPN(place(i)), PTE_V);
        ((pte *)place(i))[0] = ENTRY(PPN(beside(i)), S_RWX);
        map_mega(root, VA2 + i * MEGA, PPN(beside(i) & -MEGA), S_RWX);
        fill(PPN(beside(i)), i);
    }
    fence_all();
    for (unsigned round = 0; round < 2; round++)
        for (unsigned i = 0; i < PLACES; i++) {
            reached(LOAD, i, VA + i * MEGA);
            reached(FETCH, i, VA + i * MEGA);
        }
    for (unsigned i = 0; i < PLACES; i++) {
        reached(LOAD, i, VA2 + i * MEGA + (beside(i) & (MEGA - 1)));
        reached(FETCH, i, VA2 + i * MEGA + (beside(i) & (MEGA - 1)));
    }
    return 0;
}

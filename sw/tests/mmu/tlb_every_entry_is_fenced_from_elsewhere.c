/* A fence of a page reaches each entry of the TLB whatever ASID it bears: another one was walked for last. And it stays away,
 * whichever pages are fenced after it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

int main(void)
{
    make_pages(0, S_RWX);
    fence_all();
    for (unsigned round = 0; round < 8; round++) {
        unsigned before = round & 1 ? PAGES : 0, after = PAGES - before;

        set_map(S, 0x155, full);
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i]), before + i);
        for (unsigned i = 0; i < PAGES; i++)
            *leaf_of(i) = ENTRY(frame_of(after + i), S_RWX);
        set_map(S, 0x0aa, full);
        EQ(load_as(S, pages[0]), after);
        for (unsigned i = 0; i < PAGES; i++)
            asm volatile("sfence.vma %0, x0" ::"r"(pages[round & 2 ? i : PAGES - 1 - i]) : "memory");
        set_map(S, 0x155, full);
        /* The half whose entries these loads do not take yet; in the next round it is another. */
        for (unsigned i = PAGES; i-- > PAGES / 2;)
            EQ(load_as(S, pages[i]), after + i);
        fence_all();
    }
    return 0;
}

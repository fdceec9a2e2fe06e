/* sfence.vma reaches each entry of the TLB: by its address, by all addresses of its address space, and all.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

static void fill_all(uint32_t first)
{
    for (unsigned i = 0; i < PAGES; i++)
        EQ(load_as(S, pages[i]), first + i);
}

static void change_all(unsigned first)
{
    for (unsigned i = 0; i < PAGES; i++)
        *leaf_of(i) = ENTRY(frame_of(first + i), S_RWX);
}

int main(void)
{
    make_pages(0, S_RWX);
    set_map(S, 0x155, full);
    fence_all();
    fill_all(0);
    change_all(PAGES);
    for (unsigned i = 0; i < PAGES; i++) {
        unsigned k = i * 37 % PAGES;

        asm volatile("sfence.vma %0, x0" ::"r"(pages[k]) : "memory");
        EQ(load_as(S, pages[k]), PAGES + k);
    }
    fence_all(); /* the 64 in the 64 entries again */
    fill_all(PAGES);
    change_all(0);
    asm volatile("sfence.vma x0, %0" ::"r"(0x155 & READ(satp) >> SATP_ASID_SHIFT) : "memory");
    fill_all(0);
    change_all(PAGES);
    fence_all();
    fill_all(PAGES);
    change_all(0);
    /* a fence of a page that is not there brings nothing back */
    fence_all();
    asm volatile("sfence.vma %0, x0" ::"r"(pages[0] ^ PAGE) : "memory");
    fill_all(0);
    change_all(PAGES);
    fence_all();
    asm volatile("sfence.vma %0, x0" ::"r"(pages[0] ^ PAGE) : "memory");
    fill_all(PAGES);
    /* each alone: a round takes two entries, so the second turn has the other half of them */
    fence_all();
    for (unsigned turn = 0; turn < 2; turn++) {
        for (unsigned i = 0; i < PAGES; i++) {
            EQ(load_as(S, pages[i]), (turn ? 0 : PAGES) + i);
            *leaf_of(i) = ENTRY(frame_of((turn ? PAGES : 0) + i), S_RWX);
            asm volatile("sfence.vma %0, x0" ::"r"(pages[i]) : "memory");
            EQ(load_as(S, pages[i]), (turn ? PAGES : 0) + i);
        }
        fence_all();
        EQ(load_as(S, pages[0]), (turn ? PAGES : 0));
    }
    change_all(0);
    for (unsigned i = 0; i < PAGES; i++) {
        asm volatile("sfence.vma %0, %1" ::"r"(pages[i]), "r"(0x155 & READ(satp) >> SATP_ASID_SHIFT) : "memory");
        EQ(load_as(S, pages[i]), i);
    }
    return 0;
}

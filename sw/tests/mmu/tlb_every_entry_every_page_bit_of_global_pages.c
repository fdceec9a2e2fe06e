/* Each entry of the TLB for a global page answers for its own page under any ASID, and for none whose number differs in any
 * one bit.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

int main(void)
{
    for (int invert = 0; invert < 2; invert++) {
        make_pages(invert, S_RWX | PTE_G);
        set_map(S, 0x155, full);
        fence_all();
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i]), i);
        set_map(S, 0x0aa, full);
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i]), i);
        for (unsigned turn = 0; turn < 2; turn++)
            for (unsigned i = 0; i < PAGES; i++)
                for (uint32_t bit = PAGE; bit; bit <<= 1) {
                    if (next_random() & 0x100) /* one cycle later */
                        asm volatile("nop");
                    EQ(load_as(S, pages[i] ^ bit), FAULTED);
                }
    }
    return 0;
}

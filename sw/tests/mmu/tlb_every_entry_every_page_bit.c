/* Each entry of the TLB answers for its own page, and for none whose number differs in any one bit.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

int main(void)
{
    for (int invert = 0; invert < 2; invert++) {
        make_pages(invert, S_RWX);
        set_map(S, invert ? 0x0aa : 0x155, full);
        fence_all();
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i]), i);
        /* The first level: a fault may take an entry there, so the page is used again each time; and one more fault a
         * turn, so that the pages come into all entries. */
        for (unsigned turn = 0; turn < 16; turn++) {
            EQ(load_as(S, pages[0] ^ PAGE), FAULTED);
            for (unsigned i = 0; i < 8; i++)
                for (uint32_t bit = PAGE; bit; bit <<= 1) {
                    EQ(load_as(S, pages[i]), i);
                    EQ(load_as(S, pages[i] ^ bit), FAULTED);
                }
        }
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i]), i);
        for (unsigned i = 0; i < PAGES; i++)
            for (uint32_t bit = PAGE; bit; bit <<= 1)
                EQ(load_as(S, pages[i] ^ bit), FAULTED);
    }
    return 0;
}

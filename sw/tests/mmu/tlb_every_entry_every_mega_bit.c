/* Each entry of the TLB that holds a 4 MiB leaf answers for its own pages, and for none whose number
 * differs in any one bit of the upper ten.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

#define MEGAS 3u /* 4 MiB frames, behind the image's */
#define INSIDE 0x3ff000u

int main(void)
{
    for (unsigned i = 0; i < MEGAS; i++)
        WORD(PPN(DRAM + (i + 1) * MEGA + INSIDE), 0) = i;
    /* numbers of even parity: they differ from each other in two bits or more */
    for (unsigned turn = 0; turn < 4; turn++) {
        pte *root = (pte *)(TABLES + (turn & 1) * PAGE);

        for (unsigned i = 0; i < 1024; i++)
            root[i] = 0;
        for (unsigned i = 0; i < PAGES;) {
            uint32_t upper = next_random() & 0x3fe;

            upper |= parity(upper);
            if (root[upper])
                continue;
            pages[i] = upper << 22 | INSIDE;
            root[upper] = ENTRY(PPN(DRAM + (i % MEGAS + 1) * MEGA), S_RWX);
            i++;
        }
        set_map(S, turn < 2 ? 0x155 : 0x0aa, root);
        fence_all();
        for (unsigned i = 0; i < PAGES; i++) {
            EQ(load_as(S, pages[i]), i % MEGAS);
            if (i < PAGES - 2)
                continue;
            for (unsigned k = 0; k <= i; k++) /* after one more has come, too */
                for (uint32_t bit = MEGA; bit; bit <<= 1)
                    EQ(load_as(S, pages[k] ^ bit), FAULTED);
        }
        for (unsigned i = 0; i < PAGES; i++)
            EQ(load_as(S, pages[i] ^ PAGE ^ (pages[i] & PAGE)), i % MEGAS);
    }
    return 0;
}

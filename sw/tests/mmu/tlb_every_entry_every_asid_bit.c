/* Each entry of the TLB answers in its own address space and map register only: with any one bit of the ASID different,
 * or through the other register, the page is sought in the map.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "tlb.h"

int main(void)
{
    uint32_t asid[PAGES];

    WRITE(satp, 0x1ffu << SATP_ASID_SHIFT);
    uint32_t implemented = READ(satp) >> SATP_ASID_SHIFT & 0x1ff;

    for (int invert = 0; invert < 2; invert++) {
        make_pages(invert, S_RWX);
        for (unsigned i = 0; i < PAGES; i++)
            if ((i & 1) != (unsigned)invert)
                *leaf_of(i) |= PTE_U;
        fence_all();
        for (unsigned i = 0; i < PAGES; i++) {
            enum mode mode = (i & 1) != (unsigned)invert ? U : S;

            asid[i] = invert ? ~asid[i] & implemented : next_random() & implemented;
            set_map(mode, asid[i], full);
            EQ(load_as(mode, pages[i]), i);
        }
        for (unsigned i = 0; i < PAGES; i++) {
            enum mode mode = (i & 1) != (unsigned)invert ? U : S, other = mode == U ? S : U;

            for (uint32_t bit = 1; bit & implemented; bit <<= 1) {
                set_map(mode, asid[i] ^ bit, empty);
                EQ(load_as(mode, pages[i]), FAULTED);
            }
            set_map(other, asid[i], empty);
            EQ(load_as(other, pages[i]), FAULTED);
        }
        for (unsigned i = 0; i < PAGES; i++) {
            enum mode mode = (i & 1) != (unsigned)invert ? U : S;

            set_map(mode, asid[i], full);
            EQ(load_as(mode, pages[i]), i);
        }
    }
    return 0;
}

/* mtvec and stvec: 30 bits of base, MODE 0 or 1; bit 1 reads zero.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    uint32_t saved = READ(mtvec);
    for (int s = 0; s < 2; s++) {
        static const uint32_t value[] = {0xfffffffc, 0x80000001, 0x12345678, 0, 0x00000003,
                                         0xaaaaaaa9};
        for (unsigned i = 0; i < 6; i++) {
            uint32_t got;
            if (s) {
                WRITE(stvec, value[i]);
                got = READ(stvec);
            } else {
                WRITE(mtvec, value[i]);
                got = READ(mtvec);
                WRITE(mtvec, saved);
            }
            EQ(got & ~1u, value[i] & ~3u);
            if (!(value[i] & 2))
                EQ(got & 1, value[i] & 1);
        }
    }
    csr_illegal(S, 0x305);
    csr_illegal(U, 0x305);
    csr_illegal(U, 0x105);
    return 0;
}

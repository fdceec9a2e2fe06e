/* mvendorid, marchid, mimpid, mhartid, mconfigptr and mstatush read zero; the first five are
 * read-only.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint16_t csr[] = {0xf11, 0xf12, 0xf13, 0xf14, 0xf15, 0x310};
    for (unsigned i = 0; i < 6; i++) {
        EQ(csr_read(M, csr[i]), 0);
        csr_illegal(S, csr[i]);
        csr_illegal(U, csr[i]);
        if (i < 5) {
            go_word(M, CSRW_A0(csr[i]), 0, 0);
            TRAPPED(M, CAUSE_ILLEGAL, word_address(M), CSRW_A0(csr[i]));
        }
    }
    WRITE_N(0x310, 0xffffffff);
    EQ(csr_read(M, 0x310), 0);
    return 0;
}

/* mhpmcounter3 to 12 hold 40 bits; 13 to 31 and every mhpmevent read zero and ignore writes.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mcountinhibit, 0xffffffff);
    for (uint32_t n = 3; n < 32; n++) {
        go_word(M, CSRRW_A0(0xb00 + n), 0x89abcdef, 0);
        EQ(csr_read(M, 0xb00 + n), n <= 12 ? 0x89abcdef : 0);
        go_word(M, CSRRW_A0(0xb80 + n), 0xfedcba98, 0);
        EQ(csr_read(M, 0xb80 + n), n <= 12 ? 0x98 : 0);
        go_word(M, CSRRW_A0(0x320 + n), 0xffffffff, 0);
        EQ(csr_read(M, 0x320 + n), 0);
        EQ(csr_read(M, 0xc00 + n), n <= 12 ? 0x89abcdef : 0);
        EQ(csr_read(M, 0xc80 + n), n <= 12 ? 0x98 : 0);
    }
    csr_illegal(S, 0xb03);
    csr_illegal(U, 0xb03);
    csr_illegal(S, 0x323);
    return 0;
}

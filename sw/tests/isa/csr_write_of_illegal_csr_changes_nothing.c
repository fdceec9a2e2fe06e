/* An illegal CSR instruction leaves the CSR and rd as they were.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mscratch, 0x1111);
    WRITE(sscratch, 0x2222);
    go_word(U, CSRRW_A0(0x140), 0x77, 0);
    TRAPPED(M, CAUSE_ILLEGAL, word_address(U), CSRRW_A0(0x140));
    EQ(out.a0, 0x77);
    EQ(READ(sscratch), 0x2222);
    go_word(S, CSRRW_A0(0x340), 0x77, 0);
    TRAPPED(M, CAUSE_ILLEGAL, word_address(S), CSRRW_A0(0x340));
    EQ(READ(mscratch), 0x1111);
    return 0;
}

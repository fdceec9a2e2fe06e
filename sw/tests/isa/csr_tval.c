/* mtval and stval keep any word.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t value[] = {0xffffffff, 0, 0x12345678, 0x80000001};
    for (unsigned i = 0; i < 4; i++) {
        WRITE(mtval, value[i]);
        WRITE(stval, ~value[i]);
        EQ(READ(mtval), value[i]);
        EQ(READ(stval), ~value[i]);
    }
    csr_illegal(S, 0x343);
    csr_illegal(U, 0x143);
    return 0;
}

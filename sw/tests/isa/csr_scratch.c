/* mscratch and sscratch keep any word, and are two.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t value[] = {0xffffffff, 0, 0x12345678, 0x80000000, 1};
    for (unsigned i = 0; i < 5; i++) {
        WRITE(mscratch, value[i]);
        WRITE(sscratch, ~value[i]);
        EQ(READ(mscratch), value[i]);
        EQ(READ(sscratch), ~value[i]);
        EQ(csr_read(S, 0x140), ~value[i]);
    }
    csr_illegal(S, 0x340);
    csr_illegal(U, 0x340);
    csr_illegal(U, 0x140);
    return 0;
}

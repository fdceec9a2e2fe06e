/* misa says RV32 with I, M, A, S, U and X, and keeps it whatever is written.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    EQ(READ(misa), 0x40941101);
    WRITE(misa, 0);
    EQ(READ(misa), 0x40941101);
    WRITE(misa, 0xffffffff);
    EQ(READ(misa), 0x40941101);
    csr_illegal(S, 0x301);
    csr_illegal(U, 0x301);
    return 0;
}

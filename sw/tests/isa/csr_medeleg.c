/* medeleg holds the bits of the exceptions there are, but ecall from M: 0 to 9, 12, 13, 15 and
 * 24.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(medeleg, 0xffffffff);
    EQ(READ(medeleg), 0x0100b3ff);
    WRITE(medeleg, 0);
    EQ(READ(medeleg), 0);
    csr_illegal(S, 0x302);
    csr_illegal(U, 0x302);
    return 0;
}

/* mideleg holds the three supervisor interrupts only.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mideleg, 0xffffffff);
    EQ(READ(mideleg), 0x222);
    WRITE(mideleg, 0);
    EQ(READ(mideleg), 0);
    csr_illegal(S, 0x303);
    csr_illegal(U, 0x303);
    return 0;
}

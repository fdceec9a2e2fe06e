/* mie holds the six interrupts there are.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mie, 0xffffffff);
    EQ(READ(mie), 0xaaa);
    WRITE(mie, 0);
    EQ(READ(mie), 0);
    csr_illegal(S, 0x304);
    csr_illegal(U, 0x304);
    return 0;
}

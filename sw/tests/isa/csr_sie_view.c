/* sie shows and writes the delegated bits of mie only (privileged manual 4.1.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mideleg, 0x202);
    WRITE(mie, 0xaaa);
    EQ(READ(sie) & 0xaaa, 0x202);
    WRITE(sie, 0);
    EQ(READ(mie) & 0xaaa, 0x8a8);
    WRITE(mie, 0);
    WRITE(sie, 0xffffffff);
    EQ(READ(mie), 0x202);
    WRITE(mie, 0);
    csr_illegal(U, 0x104);
    return 0;
}

/* sip shows the delegated bits of mip, and S writes SSIP only (privileged manual 4.1.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mideleg, 0);
    WRITE(mip, 0x222);
    EQ(READ(sip), 0);
    WRITE(sip, 0);
    EQ(READ(mip) & 0x222, 0x222);
    WRITE(mideleg, 0x222);
    EQ(READ(sip), 0x222);
    WRITE(sip, 0);
    EQ(READ(sip), 0x220);
    WRITE(mip, 0);
    WRITE(sip, 0x222);
    EQ(READ(mip) & 0x222, 2);
    WRITE(mideleg, 0x220);
    WRITE(mip, 0);
    WRITE(sip, 2);
    EQ(READ(mip) & 2, 0);
    csr_illegal(U, 0x144);
    return 0;
}

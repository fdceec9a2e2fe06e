/* M writes SSIP, SEIP and, without Sstc's enable, STIP; the machine bits are their sources'
 * alone.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    CLINT_MTIMECMPH = 0xffffffff;
    CLINT_MSIP = 0;
    WRITE(mip, 0xffffffff);
    EQ(READ(mip), 0x222);
    WRITE(mip, 0);
    EQ(READ(mip), 0);
    WRITE_N(CSR_STIMECMPH, 0xffffffff);
    WRITE_N(CSR_MENVCFGH, MENVCFGH_STCE);
    WRITE(mip, 0xffffffff);
    EQ(READ(mip), 0x202);
    WRITE(mip, 0);
    CLINT_MSIP = 1;
    while (!(READ(mip) & 8))
        ;
    WRITE(mip, 0);
    EQ(READ(mip), 8);
    CLINT_MSIP = 0;
    csr_illegal(S, 0x344);
    csr_illegal(U, 0x344);
    return 0;
}

/* sstatus shows SIE SPIE SPP SUM MXR of mstatus and writes no other bit.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mstatus, 0xffffffff & ~MSTATUS_MPRV);
    EQ(READ(sstatus), 0x000c0122);
    WRITE(sstatus, 0);
    EQ(READ(mstatus), 0x007e19aa & ~MSTATUS_MPRV & ~0x000c0122);
    WRITE(mstatus, 0);
    EQ(READ(sstatus), 0);
    WRITE(sstatus, 0xffffffff);
    EQ(READ(mstatus), 0x000c0122);
    EQ(csr_read(S, 0x100) & MSTATUS_SUM, MSTATUS_SUM);
    csr_illegal(U, 0x100);
    return 0;
}

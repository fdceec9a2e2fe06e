/* MPP holds U, S and M; a write of the reserved 2 leaves a legal mode (privileged manual
 * 3.1.6.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mstatus, 0);
    EQ(READ(mstatus) & MSTATUS_MPP, 0);
    WRITE(mstatus, MSTATUS_MPP_S);
    EQ(READ(mstatus) & MSTATUS_MPP, MSTATUS_MPP_S);
    WRITE(mstatus, MSTATUS_MPP);
    EQ(READ(mstatus) & MSTATUS_MPP, MSTATUS_MPP);
    WRITE(mstatus, 0x1000);
    NE(READ(mstatus) & MSTATUS_MPP, 0x1000);
    WRITE(mstatus, 0);
    SET(mstatus, 0x1000);
    NE(READ(mstatus) & MSTATUS_MPP, 0x1000);
    WRITE(mstatus, MSTATUS_MPP);
    CLEAR(mstatus, 0x0800);
    NE(READ(mstatus) & MSTATUS_MPP, 0x1000);
    return 0;
}

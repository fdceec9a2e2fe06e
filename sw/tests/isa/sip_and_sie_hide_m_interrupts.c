/* sip and sie show nothing of the interrupts of M, whatever is pending, enabled and delegated, and a write to them
 * changes none of them.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    pend(INT_MEI, 1);
    pend(INT_MSI, 1);
    pend(INT_MTI, 1);
    SET(mip, 0x222);
    EQ(READ(mip), 0xaaa);
    for (uint32_t delegated = 0; delegated < 2; delegated++) {
        WRITE(mideleg, delegated ? 0xffffffff : 0);
        WRITE(mie, 0xffffffff);
        EQ(READ(sip), delegated ? 0x222 : 0);
        EQ(READ(sie), delegated ? 0x222 : 0);
        WRITE(sip, 0);
        WRITE(sie, 0);
        EQ(READ(mip), delegated ? 0xaa8 : 0xaaa);
        EQ(READ(mie), delegated ? 0x888 : 0xaaa);
        SET(mip, 0x222);
    }
    WRITE(mie, 0);
    quiet();
    return 0;
}

/* mstatus holds SIE MIE SPIE MPIE SPP MPP MPRV SUM MXR TVM TW TSR, each by itself; the rest is
 * zero.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(mstatus, 0);
    EQ(READ(mstatus), 0);
    WRITE(mstatus, 0xffffffff);
    EQ(READ(mstatus), 0x007e19aa);
    WRITE(mstatus, 0);
    for (uint32_t bit = 1; bit; bit <<= 1) {
        if (bit == MSTATUS_MPRV)
            continue; /* it would apply to this very program; the MMU tests have it */
        WRITE(mstatus, bit);
        uint32_t got = READ(mstatus);
        WRITE(mstatus, 0);
        if (bit & MSTATUS_MPP)
            TRUE((got & ~MSTATUS_MPP) == 0 && (got & MSTATUS_MPP) != 0x1000);
        else
            EQ(got, bit & 0x007e19aa);
    }
    csr_illegal(S, 0x300);
    csr_illegal(U, 0x300);
    return 0;
}

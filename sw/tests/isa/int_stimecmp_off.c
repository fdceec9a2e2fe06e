/* Sstc: with menvcfg.STCE clear stimecmp raises nothing and mip.STIP is M's to write.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    WRITE_N(CSR_MENVCFGH, 0);
    WRITE_N(CSR_STIMECMPH, 0);
    WRITE_N(CSR_STIMECMP, 0);
    CLEAR(mip, 1u << INT_STI);
    for (int i = 0; i < 20; i++)
        EQ(READ(mip) & 1u << INT_STI, 0);
    SET(mip, 1u << INT_STI);
    EQ(READ(mip) & 1u << INT_STI, 1u << INT_STI);
    CLEAR(mip, 1u << INT_STI);
    return 0;
}

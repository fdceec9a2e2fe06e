/* Sstc: with menvcfg.STCE the supervisor timer interrupt is time >= stimecmp, and mip.STIP is
 * read-only (Sstc 1.0).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

int main(void)
{
    quiet();
    WRITE_N(CSR_MENVCFGH, MENVCFGH_STCE);
    WRITE_N(CSR_STIMECMPH, 0xffffffff);
    while (READ(mip) & 1u << INT_STI) /* STIP may follow stimecmp with a delay */
        ;
    SET(mip, 1u << INT_STI);
    EQ(READ(mip) & 1u << INT_STI, 0);
    WRITE_N(CSR_STIMECMP, 0);
    EQ(READ(mip) & 1u << INT_STI, 0);
    WRITE_N(CSR_STIMECMPH, 0);
    while (!(READ(mip) & 1u << INT_STI))
        ;
    CLEAR(mip, 1u << INT_STI);
    EQ(READ(mip) & 1u << INT_STI, 1u << INT_STI);
    WRITE(mideleg, 1u << INT_STI);
    WRITE(mie, 1u << INT_STI);
    wait_in(S, 1);
    interrupted(S, INT_STI, S);
    wait_in(M, 1);
    ENDED_WELL(M);
    /* a comparison later than now: pending once the time has come, not before */
    uint32_t now = CLINT_MTIME;
    WRITE_N(CSR_STIMECMPH, 0xffffffff);
    WRITE_N(CSR_STIMECMP, now + 20000);
    while (READ(mip) & 1u << INT_STI)
        ;
    WRITE_N(CSR_STIMECMPH, CLINT_MTIMEH);
    while (!(READ(mip) & 1u << INT_STI))
        ;
    TRUE(CLINT_MTIME - now >= 20000);
    WRITE_N(CSR_STIMECMPH, 0xffffffff);
    return 0;
}

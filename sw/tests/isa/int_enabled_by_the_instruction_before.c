/* A pending interrupt is taken right behind the write of MIE, mie or SIE that enables it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(enable_mie_bit, "csrs mie, a0\nli a1, 1");
SNIPPET(enable_m, "csrs mstatus, a0\nli a1, 1");
SNIPPET(enable_s, "csrs sstatus, a0\nli a1, 1");
SNIPPET(raise_ssip, "csrs sip, a0\nli a1, 1");

int main(void)
{
    quiet();
    pend(INT_MSI, 1);
    enter_status = MSTATUS_MPIE;
    go(M, enable_mie_bit, 1u << INT_MSI, 0, 0);
    TRAPPED(M, CAUSE_INTERRUPT | INT_MSI, (uint32_t)enable_mie_bit + 4, 0);
    EQ(out.a1, 0);
    go(M, enable_m, MSTATUS_MIE, 0, 0);
    TRAPPED(M, CAUSE_INTERRUPT | INT_MSI, (uint32_t)enable_m + 4, 0);
    pend(INT_MSI, 0);
    WRITE(mideleg, 0x222);
    WRITE(mie, 0x222);
    pend(INT_SSI, 1);
    go(S, enable_s, MSTATUS_SIE, 0, 0);
    TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, (uint32_t)enable_s + 4, 0);
    pend(INT_SSI, 0);
    enter_status = MSTATUS_SIE;
    go(S, raise_ssip, 1u << INT_SSI, 0, 0);
    TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, (uint32_t)raise_ssip + 4, 0);
    pend(INT_SSI, 0);
    return 0;
}

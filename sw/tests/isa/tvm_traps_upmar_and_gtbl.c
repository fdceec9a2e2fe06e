/* TVM=1: S reading or writing upmar or gtbl is an illegal instruction, nothing changed; M may.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    SET(mstatus, MSTATUS_TVM);
    csr_illegal(S, CSR_UPMAR);
    csr_illegal(S, CSR_GTBL);
    EQ(csr_read(M, CSR_UPMAR), 0);
    EQ(csr_read(M, CSR_GTBL), 0);
    CLEAR(mstatus, MSTATUS_TVM);
    EQ(csr_read(S, CSR_UPMAR), 0);
    EQ(csr_read(S, CSR_GTBL), 0);
    return 0;
}

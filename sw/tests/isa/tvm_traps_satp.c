/* TVM=1: S reading or writing satp is an illegal instruction; TVM=0 and M may.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    SET(mstatus, MSTATUS_TVM);
    EQ(READ(mstatus) & MSTATUS_TVM, MSTATUS_TVM);
    csr_illegal(S, 0x180);
    csr_illegal(U, 0x180);
    EQ(csr_read(M, 0x180), 0);
    CLEAR(mstatus, MSTATUS_TVM);
    EQ(csr_read(S, 0x180), 0);
    csr_illegal(U, 0x180);
    return 0;
}

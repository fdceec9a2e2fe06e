/* menvcfg and senvcfg hold FIOM, menvcfgh holds STCE; the rest is zero.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE_N(0x30a, 0xffffffff);
    EQ(READ_N(0x30a), 1);
    WRITE_N(CSR_MENVCFGH, 0xffffffff);
    EQ(READ_N(CSR_MENVCFGH), MENVCFGH_STCE);
    WRITE_N(0x10a, 0xffffffff);
    EQ(READ_N(0x10a), 1);
    WRITE_N(0x30a, 0);
    WRITE_N(CSR_MENVCFGH, 0);
    WRITE_N(0x10a, 0);
    EQ(READ_N(0x30a) | READ_N(CSR_MENVCFGH) | READ_N(0x10a), 0);
    csr_illegal(S, 0x30a);
    csr_illegal(S, CSR_MENVCFGH);
    csr_illegal(U, 0x10a);
    return 0;
}

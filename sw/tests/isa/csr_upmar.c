/* upmar is laid out as satp and keeps MODE, PPN and the ASID bits that there are; S may access
 * it, U not.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE_N(CSR_UPMAR, 0x003fffff);
    EQ(READ_N(CSR_UPMAR), 0x003fffff);
    for (uint32_t bit = 1; bit < 1u << 22; bit <<= 1) {
        WRITE_N(CSR_UPMAR, SATP_MODE | bit);
        EQ(READ_N(CSR_UPMAR), SATP_MODE | bit);
    }
    EQ(csr_read(S, CSR_UPMAR), SATP_MODE | 1u << 21);
    EQ(READ(satp), 0);
    WRITE_N(CSR_UPMAR, 0);
    csr_illegal(U, CSR_UPMAR);
    return 0;
}

/* ASID bits that do not exist read as zero; those that do are the low ones; upmar has as many as
 * satp (privileged manual 4.1.11).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(satp, 0x1ffu << SATP_ASID_SHIFT);
    uint32_t implemented = READ(satp) >> SATP_ASID_SHIFT & 0x1ff;
    EQ(implemented & (implemented + 1), 0);
    WRITE_N(CSR_UPMAR, 0x1ffu << SATP_ASID_SHIFT);
    EQ(READ_N(CSR_UPMAR) >> SATP_ASID_SHIFT & 0x1ff, implemented);
    for (uint32_t asid = 1; asid < 0x200; asid <<= 1) {
        WRITE(satp, asid << SATP_ASID_SHIFT);
        EQ(READ(satp), (asid & implemented) << SATP_ASID_SHIFT);
        WRITE_N(CSR_UPMAR, asid << SATP_ASID_SHIFT);
        EQ(READ_N(CSR_UPMAR), (asid & implemented) << SATP_ASID_SHIFT);
    }
    WRITE(satp, 0);
    return 0;
}

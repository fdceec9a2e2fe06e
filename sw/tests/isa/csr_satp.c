/* satp keeps MODE and all 22 bits of PPN (privileged manual 4.1.11).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(satp, 0x003fffff);
    EQ(READ(satp) & 0x803fffff, 0x003fffff);
    for (uint32_t bit = 1; bit < 1u << 22; bit <<= 1) {
        WRITE(satp, SATP_MODE | bit);
        EQ(READ(satp) & 0x803fffff, SATP_MODE | bit);
    }
    WRITE(satp, 0);
    EQ(READ(satp), 0);
    csr_illegal(U, 0x180);
    return 0;
}

/* gtbl keeps bit 31 and bits 21:0; the others read zero; S may access it, U not.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE_N(CSR_GTBL, 0xffffffff);
    EQ(READ_N(CSR_GTBL), 0x803fffff);
    EQ(csr_read(S, CSR_GTBL), 0x803fffff);
    WRITE_N(CSR_GTBL, 0x7fc00000);
    EQ(READ_N(CSR_GTBL), 0);
    WRITE_N(CSR_GTBL, 0x80000000);
    EQ(READ_N(CSR_GTBL), 0x80000000);
    csr_illegal(U, CSR_GTBL);
    return 0;
}

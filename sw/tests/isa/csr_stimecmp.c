/* stimecmp and stimecmph keep 64 bits; with STCE and mcounteren.TM S may access them, else only
 * M (Sstc 1.0).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE_N(CSR_MENVCFGH, MENVCFGH_STCE);
    WRITE(mcounteren, 7);
    WRITE_N(CSR_STIMECMP, 0x12345678);
    WRITE_N(CSR_STIMECMPH, 0x9abcdef0);
    EQ(READ_N(CSR_STIMECMP), 0x12345678);
    EQ(READ_N(CSR_STIMECMPH), 0x9abcdef0);
    EQ(csr_read(S, CSR_STIMECMP), 0x12345678);
    EQ(csr_read(S, CSR_STIMECMPH), 0x9abcdef0);
    csr_illegal(U, CSR_STIMECMP);
    WRITE(mcounteren, 5);
    csr_illegal(S, CSR_STIMECMP);
    csr_illegal(S, CSR_STIMECMPH);
    WRITE(mcounteren, 7);
    WRITE_N(CSR_MENVCFGH, 0);
    csr_illegal(S, CSR_STIMECMP);
    csr_illegal(S, CSR_STIMECMPH);
    EQ(READ_N(CSR_STIMECMP), 0x12345678);
    return 0;
}

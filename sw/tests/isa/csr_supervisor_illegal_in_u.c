/* No supervisor CSR can be read or written from U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint16_t csr[] = {0x100, 0x104, 0x105, 0x106, 0x10a, 0x140,
                                   0x141, 0x142, 0x143, 0x144, 0x180};
    for (unsigned i = 0; i < sizeof csr / sizeof *csr; i++)
        csr_illegal(U, csr[i]);
    return 0;
}

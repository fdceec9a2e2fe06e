/* No machine CSR can be read or written from S or U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint16_t csr[] = {
        0x300, 0x301, 0x302, 0x303, 0x304, 0x305, 0x306, 0x30a, 0x310, 0x31a, 0x320, 0x323, 0x340,
        0x341, 0x342, 0x343, 0x344, 0xb00, 0xb02, 0xb03, 0xb80, 0xb82, 0xf11, 0xf12, 0xf13, 0xf14,
    };
    for (unsigned i = 0; i < sizeof csr / sizeof *csr; i++) {
        csr_illegal(S, csr[i]);
        csr_illegal(U, csr[i]);
    }
    return 0;
}

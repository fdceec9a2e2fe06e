/* A write to a read-only CSR is illegal: csrrw always, csrrs and csrrc unless rs1 is x0 (or the
 * immediate zero), whatever the value.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint16_t csr[] = {0xc00, 0xc01, 0xc02, 0xc03, 0xc80, 0xf11, 0xf12, 0xf13, 0xf14};
    for (unsigned i = 0; i < sizeof csr / sizeof *csr; i++) {
        uint32_t number = (uint32_t)csr[i] << 20;
        static const uint32_t writes[] = {0x00051073, 0x00001573, 0x0005a573, 0x0005b573,
                                          0x00005073, 0x0000e573, 0x0000f573};
        for (unsigned k = 0; k < 7; k++) {
            go_word(M, number | writes[k], 0, 0);
            TRAPPED(M, CAUSE_ILLEGAL, word_address(M), number | writes[k]);
        }
        static const uint32_t reads[] = {0x00002573, 0x00003573, 0x00006573, 0x00007573};
        for (unsigned k = 0; k < 4; k++) {
            go_word(M, number | reads[k], 0, 0);
            ENDED_WELL(M);
        }
    }
    return 0;
}

/* Of a core built without gates: gtbl is no CSR, and svc no instruction, in any mode.
 * Machine: RTL without Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t svcs[] = {0x0000000b, 0x0005000b, 0xfff5000b}; /* svc 0(x0), 0(a0), -1(a0) */
    static const enum mode modes[] = {U, S, M};
    map_start();
    for (unsigned m = 0; m < 3; m++) {
        csr_illegal(modes[m], CSR_GTBL);
        for (unsigned i = 0; i < 3; i++) {
            go_word(modes[m], svcs[i], 1, 0);
            TRAPPED(M, CAUSE_ILLEGAL, word_address(modes[m]), svcs[i]);
        }
    }
    return 0;
}

/* An enabled interrupt pending at mret is taken before the first instruction there, also when
 * that is a wfi (privileged manual 3.1.9).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(wait, "wfi\nli a0, 7");
SNIPPET(divide, "div a0, a0, a0\nli a0, 7");

int main(void)
{
    static snippet *const code[] = {wait, divide, do_lw, do_ecall};
    WRITE(mideleg, 1u << INT_SSI);
    SET(mip, 1u << INT_SSI);
    WRITE(mie, 1u << INT_SSI);
    for (unsigned i = 0; i < 8; i++) {
        enum mode mode = i & 1 ? S : U;
        enter_status = MSTATUS_SIE;
        go(mode, code[i / 2], 5, 0, 0);
        TRAPPED(S, CAUSE_INTERRUPT | INT_SSI, address_in(mode, code[i / 2]), 0);
        EQ(out.a0, 5);
    }
    return 0;
}

/* sret clears MPRV, as its new mode is always below M, also when M executes it (privileged
 * manual 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(sret_with_mprv, "csrw sepc, a0\ncsrs mstatus, a2\nsret");

int main(void)
{
    go(M, sret_with_mprv, (uint32_t)do_ecall, 0, MSTATUS_MPRV | MSTATUS_SPP);
    ENDED_WELL(S);
    EQ(out.status & MSTATUS_MPRV, 0);
    go(M, sret_with_mprv, (uint32_t)do_ecall, 0, MSTATUS_MPRV);
    ENDED_WELL(U);
    EQ(out.status & MSTATUS_MPRV, 0);
    return 0;
}

/* mepc and sepc hold no low bits: what is written to them is dropped, and xRET goes to the word
 * (privileged manual 3.1.14).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(sret_to, "csrw sepc, a0\ncsrs sstatus, a1\nsret");

int main(void)
{
    for (uint32_t low = 0; low < 4; low++) {
        go_at(M, (uint32_t)do_ecall + low, 0, 0, 0);
        ENDED_WELL(M);
        EQ(out.epc, (uint32_t)do_ecall);
        go(S, sret_to, (uint32_t)do_ecall + low, MSTATUS_SPP, 0);
        ENDED_WELL(S);
        EQ(out.epc, (uint32_t)do_ecall);
    }
    return 0;
}

/* mret and sret break the reservation.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sret_sc, "lr.w a2, (a0)\nla a2, 1f\ncsrw sepc, a2\nli a2, 0x100\ncsrs sstatus, a2\n"
                    "sret\n"
                    "1: sc.w a0, a1, (a0)");
SNIPPET(lr_mret_sc, "lr.w a2, (a0)\nla a2, 1f\ncsrw mepc, a2\nli a2, 0x1800\ncsrs mstatus, a2\n"
                    "mret\n"
                    "1: sc.w a0, a1, (a0)");

int main(void)
{
    uint32_t ppn = frame(1);
    go(S, lr_sret_sc, ppn << 12, 5, 0);
    ENDED_WELL(S);
    EQ(out.a0, 1);
    go(M, lr_mret_sc, ppn << 12, 5, 0);
    ENDED_WELL(M);
    EQ(out.a0, 1);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    return 0;
}

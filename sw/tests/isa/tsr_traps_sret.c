/* TSR=1: sret in S is an illegal instruction; in M it is not; in U sret and mret always are,
 * mret in S too.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(sret_on, "csrw sepc, a0\nsret");
SNIPPET(sret_in_m, "csrw sepc, a0\ncsrc mstatus, a1\nsret");

int main(void)
{
    SET(mstatus, MSTATUS_TSR);
    go(S, sret_on, (uint32_t)do_ecall, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, (uint32_t)sret_on + 4, 0x10200073);
    go(M, sret_in_m, (uint32_t)do_ecall, MSTATUS_SPP, 0);
    ENDED_WELL(U);
    CLEAR(mstatus, MSTATUS_TSR);
    go(S, sret_on, (uint32_t)do_ecall, 0, 0);
    ENDED_WELL(U);
    go_word(U, 0x10200073, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, word_address(U), 0x10200073);
    go_word(U, 0x30200073, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, word_address(U), 0x30200073);
    go_word(S, 0x30200073, 0, 0);
    TRAPPED(M, CAUSE_ILLEGAL, word_address(S), 0x30200073);
    return 0;
}

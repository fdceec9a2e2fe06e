/* A timer that strikes before, at or during wfi in S and M: epc is at or before it when not
 * waited, behind it when waited.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(wait, "addi a1, a1, 1\naddi a1, a1, 1\nwfi\naddi a1, a1, 1\n1: bnez a0, 1b");

int main(void)
{
    map_start();
    for (uint32_t delay = 1; delay < 300; delay += 5) {
        CLINT_MTIMECMPH = 0xffffffff;
        CLINT_MTIMECMP = CLINT_MTIME + delay;
        CLINT_MTIMECMPH = CLINT_MTIMEH;
        SET(mie, 1u << INT_MTI);
        enum mode mode = delay & 1 ? S : M;
        enter_status = MSTATUS_MPIE;
        go(mode, wait, 1, 0, 0);
        uint32_t pc = address_in(mode, wait);
        EQ(out.cause, IS_TIMER);
        timer_off();
        TRUE(out.epc >= pc && out.epc <= pc + 16 && !(out.epc & 3));
        /* what has been executed is what lies before epc */
        EQ(out.a1, out.epc <= pc + 4 ? (out.epc - pc) / 4 : out.epc <= pc + 12 ? 2 : 3);
    }
    return 0;
}

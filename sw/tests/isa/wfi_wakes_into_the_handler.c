/* An interrupt that ends wfi and is enabled is taken with epc behind the wfi (privileged manual
 * 3.3.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "interrupt.h"

SNIPPET(wait_loop, "1: wfi\nj 1b");

int main(void)
{
    quiet();
    for (enum mode mode = S; mode <= M; mode += 2) {
        CLINT_MTIMECMP = CLINT_MTIME + 1000;
        CLINT_MTIMECMPH = CLINT_MTIMEH;
        WRITE(mie, 1u << INT_MTI);
        enter_status = MSTATUS_MPIE;
        go(mode, wait_loop, 0, 0, 0);
        EQ(out.cause, CAUSE_INTERRUPT | INT_MTI);
        uint32_t pc = address_in(mode, wait_loop);
        TRUE(out.epc == pc || out.epc == pc + 4);
        quiet();
    }
    return 0;
}

/* Fetch page fault in S, not delegated: handled by M with epc and tval the address fetched from.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    map_start();
    WRITE(medeleg, 0x0100b3ff & ~(1u << CAUSE_FETCH_PAGE | 1u << CAUSE_ECALL_S));
    go(S, do_jump, VA + 4, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA + 4, VA + 4);
    EQ(out.status & MSTATUS_MPP, (uint32_t)S << 11);
    go_at(S, VA, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
    return 0;
}

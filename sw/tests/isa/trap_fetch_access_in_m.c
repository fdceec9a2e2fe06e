/* Fetch access fault in M, not delegated: handled by M with epc and tval the address fetched
 * from.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    WRITE(medeleg, 0x0100b3ff & ~(1u << CAUSE_FETCH_ACCESS | 1u << CAUSE_ECALL_S));
    go(M, do_jump, VA + 4, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, VA + 4, VA + 4);
    EQ(out.status & MSTATUS_MPP, (uint32_t)M << 11);
    go_at(M, VA, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, VA, VA);
    return 0;
}

/* A trap leaves MPRV set; MPP=M then makes the handler's own accesses physical.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(mprv_ecall, "csrs mstatus, a2\necall");

int main(void)
{
    pte *root = map_new();
    *root_entry(root, DRAM) = 0;
    map_on(root);
    go(M, mprv_ecall, 0, 0, MSTATUS_MPRV);
    ENDED_WELL(M);
    EQ(out.status & MSTATUS_MPRV, MSTATUS_MPRV);
    EQ(out.status & MSTATUS_MPP, MSTATUS_MPP);
    return 0;
}

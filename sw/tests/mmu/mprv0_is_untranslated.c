/* With MPRV=0 M's accesses are physical, whatever satp and MPP say.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(load_with_mpp_s, "csrs mstatus, a2\nlw a0, 0(a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(43);
    map_page(root, VA, ppn, S_RWX);
    fence_all();
    go(M, load_with_mpp_s, ppn << 12, 0, MSTATUS_MPP_S);
    ENDED_WELL(M);
    EQ(out.a0, MARK_WORD(43));
    go(M, load_with_mpp_s, VA, 0, MSTATUS_MPP_S);
    TRAPPED(M, CAUSE_LOAD_ACCESS, (uint32_t)load_with_mpp_s + 4, VA);
    return 0;
}

/* The last word of a page executes; prefetching past it into an unmapped page or beyond DRAM
 * raises nothing.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = PPN(DRAM_END) - 1;
    fill(ppn, 78);
    map_page(root, VA, ppn, S_RWX);
    fence_all();
    go_at(S, VA + PAGE - 8, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 78);
    map_off();
    go_at(S, DRAM_END - 8, 0, 0, 0);
    ENDED_WELL(S);
    EQ(out.a0, 78);
    go_at(M, DRAM_END - 8, 0, 0, 0);
    ENDED_WELL(M);
    go_at(M, DRAM_END, 0, 0, 0);
    TRAPPED(M, CAUSE_FETCH_ACCESS, DRAM_END, DRAM_END);
    return 0;
}

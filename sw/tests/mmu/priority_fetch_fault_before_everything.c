/* An unmapped page's instruction is a fetch page fault whatever word lies in the frame it once
 * had.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    pte *entry = map_page(root, VA, ppn, S_RWX);
    fence_all();
    static const uint32_t word[] = {0x00000000, 0x00100073, 0x00000073, 0x0005a503};
    for (unsigned i = 0; i < 4; i++) {
        WORD(ppn, 0) = word[i];
        asm volatile("fence.i");
        go_at(S, VA, 0, VA2, 0);
        NE(out.cause, CAUSE_FETCH_PAGE);
        set_flags(entry, 0);
        go_at(S, VA, 0, VA2, 0);
        TRAPPED(M, CAUSE_FETCH_PAGE, VA, VA);
        set_flags(entry, S_RWX);
    }
    return 0;
}

/* Every AMO on a read-only page raises the store page fault and writes neither memory nor rd.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, PTE_V | PTE_R | AD);
    fence_all();
    static const uint8_t funct5[] = {0, 1, 4, 8, 12, 16, 20, 24, 28};
    for (unsigned i = 0; i < sizeof funct5; i++) {
        go_word(S, (uint32_t)funct5[i] << 27 | 0x00b52fafu, VA, 0x11); /* amo a1, (a0), rd = t6 */
        TRAPPED(M, CAUSE_STORE_PAGE, word_address(S), VA);
        go_word(S, (uint32_t)funct5[i] << 27 | 0x00b525afu, VA, 0x11); /* rd = a1 */
        TRAPPED(M, CAUSE_STORE_PAGE, word_address(S), VA);
        EQ(out.a1, 0x11);
        EQ(WORD(ppn, 0), MARK_WORD(1));
    }
    /* unmapped: a store's fault too */
    EQ(TOUCH(S, AMO, VA2), CAUSE_STORE_PAGE);
    return 0;
}

/* Code behind a jump, at the end of a page whose follower is unmapped, executes; the follower's
 * fault is never taken.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    WORD(ppn, PAGE - 12) = 0x00100513; /* li a0, 1 */
    WORD(ppn, PAGE - 8) = 0x00050463;  /* beqz a0, .+8: not taken */
    WORD(ppn, PAGE - 4) = 0x805ff06f;  /* j back by 2044 */
    WORD(ppn, PAGE / 2) = 0x00250513;  /* addi a0, a0, 2 */
    WORD(ppn, PAGE / 2 + 4) = 0x00000073;
    asm volatile("fence.i");
    map_page(root, VA, ppn, S_RWX);
    map_page(root, VA2, ppn, U_RWX);
    for (int i = 0; i < 4; i++) {
        fence_all();
        go_at(i & 1 ? S : U, (i & 1 ? VA : VA2) + PAGE - 12, 0, 0, 0);
        ENDED_WELL(i & 1 ? S : U);
        EQ(out.a0, 3);
    }
    return 0;
}

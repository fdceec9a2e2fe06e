/* A timer that strikes while the page of a jump's target is walked for: the program goes on as
 * if nothing had been.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(jumps, "nop\njr a0");

int main(void)
{
    pte *root = map_start();
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t ppn = frame(1);
        WORD(ppn, 0) = 0x00158593; /* addi a1, a1, 1 */
        map_page(root, VA + i * PAGE, ppn, S_RWX);
        WORD(ppn, 4) = 0x00001637; /* lui a2, 1 */
        WORD(ppn, 8) = 0x00c50533; /* add a0, a0, a2 */
        WORD(ppn, 12) = i < 3 ? 0x00050067 : 0x00000073; /* jr a0, or the end */
    }
    asm volatile("fence.i");
    for (uint32_t delay = 1; delay < 300; delay += 3) {
        fence_all();
        go_with_timer(S, jumps, VA, 0, 0, delay);
        ENDED_WELL(S);
        EQ(out.a1, 4);
        EQ(out.a0, VA + 4 * PAGE);
    }
    return 0;
}

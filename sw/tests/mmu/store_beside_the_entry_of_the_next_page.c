/* A store that misses the cache, to a word beside the entry of the page that comes next, whose walk begins while the line is
 * being filled: the store is not lost, wherever in the line it is and however many instructions stand behind it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    #define NOP 0x00000013
    pte *root = map_start();
    uint32_t front = frame(3), other = frame(4), target = VA + 16 * PAGE;
    map_page(root, target - PAGE, front, S_RWX);
    pte *entry = map_page(root, target, frame(1), S_RWX);
    uint32_t table = VA2 + PAGE; /* S's view of the table that holds the entry */
    map_page(root, table, *root_entry(root, target) >> 10, S_RWX);
    map_page(root, table + PAGE, other, S_RWX); /* what takes the line's place in the cache */
    for (uint32_t i = 0; i < 7 * 4; i++) {
        uint32_t word = 1 + i % 7, behind = i / 7, offset = PAGE - 4 * (behind + 4);
        uint32_t start = target - PAGE + offset;
        volatile uint32_t *beside = (volatile uint32_t *)entry + word;
        uint32_t value = (0x5a000 + i) << 4; /* no valid entry */
        *beside = 0;
        WORD(front, offset) = 0x00052283;     /* lw t0, 0(a0) */
        WORD(front, offset + 4) = 0x0005a303; /* lw t1, 0(a1): the line goes */
        WORD(front, offset + 8) = NOP;
        WORD(front, offset + 12) = 0x00c52023; /* sw a2, 0(a0) */
        for (offset += 16; offset < PAGE; offset += 4)
            WORD(front, offset) = NOP;
        asm volatile("fence.i");
        fence_all();
        uint32_t at = (uint32_t)beside & (PAGE - 1);
        go_at(S, start, table + at, table + PAGE + at, value);
        ENDED_WELL(S);
        EQ(*beside, value);
    }
    return 0;
}

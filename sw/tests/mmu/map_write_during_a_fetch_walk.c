/* satp is written while the fetch ahead may be walking for the next page: that page is entered
 * through the new map.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    #define NOP 0x00000013
    pte *one = map_new(), *two = map_new();
    uint32_t front = frame(3);
    map_page(one, VA - PAGE, front, S_RWX);
    map_page(two, VA - PAGE, front, S_RWX);
    map_page(one, VA, frame(1), S_RWX);
    map_page(two, VA, frame(2), S_RWX);
    for (uint32_t i = 0; i < 16; i++) {
        uint32_t before = i % 4, behind = i / 4, offset = PAGE - 4 * (1 + before + behind);
        uint32_t start = VA - PAGE + offset;
        for (; offset < PAGE; offset += 4)
            /* csrw satp, a1 */
            WORD(front, offset) = offset == PAGE - 4 * (1 + behind) ? 0x18059073 : NOP;
        asm volatile("fence.i");
        map_on(one);
        go_at(S, start, 0, SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two), 0);
        ENDED_WELL(S);
        EQ(out.a0, 2);
    }
    return 0;
}

/* A global page mapped alike in several maps is reached under each of their ASIDs, at both
 * levels, after fences by another ASID too.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *map[3];
    uint32_t page = frame(35), mega = mega_frame(0, 36);
    for (int i = 0; i < 3; i++) {
        map[i] = map_new();
        map_page(map[i], VA, page, S_RWX | PTE_G);
        map_mega(map[i], VA2, mega, S_RWX | PTE_G);
    }
    fence_all();
    for (uint32_t i = 0; i < 6; i++) {
        WRITE(satp, SATP_MODE | (10 + i % 3) << SATP_ASID_SHIFT | ROOT_PPN(map[i % 3]));
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(35));
        EQ(TOUCH(S, FETCH, VA2 + MEGA_SIXTH), OK);
        EQ(out.a0, 37);
        asm volatile("sfence.vma x0, %0" ::"r"(10 + i % 3) : "memory");
    }
    return 0;
}

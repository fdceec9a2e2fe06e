/* sfence.vma's address may lie anywhere in the page, and for a 4 MiB leaf anywhere in it
 * (privileged manual 4.2.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    for (uint32_t offset = 1; offset < PAGE; offset = offset * 7 + 2) {
        map_page(root, VA, frame(1), S_RWX);
        fence_all();
        EQ(TOUCH(S, LOAD, VA), OK);
        map_page(root, VA, frame(2), S_RWX);
        asm volatile("sfence.vma %0" ::"r"(VA + offset) : "memory");
        EQ(TOUCH(S, LOAD, VA), OK);
        EQ(out.a0, MARK_WORD(2));
    }
    static const uint32_t offset[] = {0, MEGA_SIXTH, MEGA_LAST, 0x123456};
    for (unsigned i = 0; i < 4; i++) {
        map_mega(root, VA2, mega_frame(0, 10), S_RWX);
        fence_all();
        EQ(TOUCH(S, LOAD, VA2 + MEGA_SIXTH), OK);
        map_mega(root, VA2, mega_frame(1, 20), S_RWX);
        asm volatile("sfence.vma %0" ::"r"(VA2 + offset[i]) : "memory");
        EQ(TOUCH(S, LOAD, VA2 + MEGA_SIXTH), OK);
        EQ(out.a0, MARK_WORD(21));
    }
    return 0;
}

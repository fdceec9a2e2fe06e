/* A 4 MiB leaf takes the low ten bits of the page number from the address (privileged manual
 * 4.3.2, step 8).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_mega(root, VA, mega_frame(1, 40), S_RWX);
    fence_all();
    static const uint32_t offset[] = {0, MEGA_SIXTH, MEGA_LAST};
    for (unsigned i = 0; i < 3; i++) {
        EQ(TOUCH(S, LOAD, VA + offset[i]), OK);
        EQ(out.a0, MARK_WORD(40 + i));
        EQ(TOUCH(S, FETCH, VA + offset[i]), OK);
        EQ(out.a0, 40 + i);
        EQ(TOUCH(S, LOAD, VA + offset[i] + PAGE - 8), OK);
        EQ(out.a0, MARK_WORD(40 + i));
        EQ(TOUCH(S, STORE, VA + offset[i] + PAGE / 2), OK);
        EQ(WORD(PPN(DRAM + 2 * MEGA + offset[i]), PAGE / 2), 0x5a5);
    }
    return 0;
}

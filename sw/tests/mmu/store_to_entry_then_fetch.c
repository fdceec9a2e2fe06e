/* S makes an entry valid and the next instruction jumps through it, no fence: the walker sees
 * the store, at both levels.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(store_jump, "sw a2, 0(a1)\njr a0");

int main(void)
{
    pte *root = map_start();
    for (uint32_t i = 0; i < 8; i++) {
        pte *entry = map_page(root, VA + i * PAGE, frame(1), 0);
        go(S, store_jump, VA + i * PAGE, (uint32_t)entry, ENTRY(frame(50 + i), S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, 50 + i);
        uint32_t mega = VA2 + i * MEGA;
        go(S, store_jump, mega, (uint32_t)root_entry(root, mega), ENTRY(mega_frame(0, 60 + i),
           S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, 60 + i);
    }
    return 0;
}

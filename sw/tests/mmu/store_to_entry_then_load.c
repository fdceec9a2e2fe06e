/* S makes an entry valid and the next instruction loads through it, no fence: the walker sees
 * the store, at both levels.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(store_load, "sw a2, 0(a1)\nlw a0, 0(a0)");
SNIPPET(store_store, "sw a2, 0(a1)\nsw a2, 0(a0)\nlw a0, 0(a0)");

int main(void)
{
    pte *root = map_start();
    for (uint32_t i = 0; i < 8; i++) {
        pte *entry = map_page(root, VA + i * PAGE, frame(1), 0);
        go(S, i & 1 ? store_store : store_load, VA + i * PAGE, (uint32_t)entry,
           ENTRY(frame(50 + i), S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, i & 1 ? out.a2 : MARK_WORD(50 + i));
        uint32_t mega = VA2 + i * MEGA;
        go(S, i & 1 ? store_store : store_load, mega, (uint32_t)root_entry(root, mega),
           ENTRY(mega_frame(0, 60 + i), S_RWX));
        ENDED_WELL(S);
        EQ(out.a0, i & 1 ? out.a2 : MARK_WORD(60 + i));
    }
    return 0;
}

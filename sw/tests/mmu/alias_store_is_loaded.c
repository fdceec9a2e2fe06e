/* One frame under two addresses: a store through one is loaded through the other at once, in all
 * sizes.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(store_load, "sw a2, 0(a0)\nlw a0, 0(a1)");
SNIPPET(half_byte, "sh a2, 0(a0)\nsb x0, 3(a0)\nlw a0, 0(a1)");
SNIPPET(amo_load, "amoswap.w x0, a2, (a0)\nlw a0, 0(a1)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, S_RWX);
    map_page(root, VA2 + 5 * PAGE, ppn, S_RWX);
    fence_all();
    for (uint32_t i = 1; i < 5; i++) {
        go(S, store_load, VA, VA2 + 5 * PAGE, 0x11111111 * i);
        EQ(out.a0, 0x11111111 * i);
        go(S, amo_load, VA2 + 5 * PAGE, VA, 0x12345678 * i);
        EQ(out.a0, 0x12345678 * i);
        go(S, half_byte, VA, VA2 + 5 * PAGE, 0xabcd);
        EQ(out.a0, (0x12345678 * i & 0x00ff0000) | 0xabcd);
    }
    return 0;
}

/* A timer that strikes among stores and device stores: each store happens exactly once, in
 * order.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(stores, "sw a1, 0(a0)\naddi a1, a1, 1\nsw a1, 4(a0)\nlw a2, 0(a0)\nadd a1, a1, a2\n"
                "sw a1, 8(a0)\nsb a1, 12(a0)\nlw a2, 8(a0)\nadd a2, a2, a1");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, U_RWX);
    for (uint32_t delay = 1; delay < 300; delay += 3) {
        WORD(ppn, 12) = 0;
        fence_all();
        go_with_timer(U, stores, VA, 10, 0, delay);
        ENDED_WELL(U);
        EQ(WORD(ppn, 0), 10);
        EQ(WORD(ppn, 4), 11);
        EQ(WORD(ppn, 8), 21);
        EQ(WORD(ppn, 12), 21);
        EQ(out.a2, 42);
    }
    return 0;
}

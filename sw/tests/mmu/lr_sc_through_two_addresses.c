/* The reservation is of the physical word: LR through one address and SC through another of the
 * same frame succeed.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sc, "lr.w a2, (a0)\nsc.w a0, a2, (a1)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, S_RWX);
    map_page(root, VA2, ppn, S_RWX);
    map_page(root, VA2 + PAGE, frame(2), S_RWX);
    fence_all();
    go(S, lr_sc, VA, VA2, 0);
    EQ(out.a0, 0);
    go(S, lr_sc, VA, VA2 + PAGE, 0);
    NE(out.a0, 0);
    return 0;
}

/* A load, store, fetch or illegal instruction behind a taken branch or jump raises nothing.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(over_load, "beqz x0, 1f\nlw a0, 0(a0)\nlw a0, 0(a0)\n1: nop");
SNIPPET(over_store, "j 1f\nsw a0, 0(a0)\nsw a0, 0(a0)\n1: nop");
SNIPPET(over_illegal, "li a1, 9\ndivu a1, a1, a1\nbnez a1, 1f\n.word 0\n.word 0\n1: nop");
SNIPPET(over_jump, "li a1, 9\nremu a1, a1, a1\nbeqz a1, 1f\njr a0\n1: nop");
SNIPPET(over_load_slow, "li a1, 9\ndivu a1, a1, a1\nbnez a1, 1f\nlw a0, 0(a0)\nsw a0, 4(a0)\n"
                        "1: nop");

int main(void)
{
    static snippet *const code[] = {over_load, over_store, over_illegal, over_jump, over_load_slow};
    map_start();
    for (unsigned i = 0; i < 15; i++) {
        fence_all();
        go(i & 1 ? S : U, code[i % 5], VA, 0, 0);
        ENDED_WELL(i & 1 ? S : U);
        EQ(out.a0, VA);
    }
    return 0;
}

/* A timer that strikes while pages are walked for: every load gives its word, resumed where it
 * was interrupted.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(loads, "1: lw a2, 0(a0)\nbeqz a2, 2f\nsrli a2, a2, 20\nbne a2, a1, 2f\nlui a2, 1\n"
               "add a0, a0, a2\naddi a1, a1, 1\nslti a2, a1, 208\nbnez a2, 1b\n2: nop");

int main(void)
{
    pte *root = map_start();
    for (uint32_t i = 0; i < 8; i++) {
        map_page(root, VA + i * PAGE, frame(200 + i), S_RWX);
        map_page(root, VA2 + i * PAGE, frame(200 + i), U_RWX);
    }
    for (uint32_t delay = 1; delay < 300; delay += 3) {
        enum mode mode = delay & 1 ? S : U;
        uint32_t base = mode == S ? VA : VA2;
        fence_all();
        go_with_timer(mode, loads, base, 200, 0, delay);
        ENDED_WELL(mode);
        EQ(out.a1, 208);
        EQ(out.a0, base + 8 * PAGE);
    }
    return 0;
}

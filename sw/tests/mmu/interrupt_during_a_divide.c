/* A timer that strikes during divisions and multiplications: their results are as without it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(divides, "div a2, a0, a1\nmul a0, a2, a1\nremu a2, a0, a1\naddi a0, a0, 1\nadd a0, a0, a2\n"
                 "div a2, a0, a1\nmulhu a0, a0, a0\nadd a0, a0, a2\nrem a2, a0, a1\n"
                 "add a0, a0, a2");

int main(void)
{
    map_start();
    go(S, divides, 0x7654321, 17, 0);
    uint32_t want = out.a0;
    for (uint32_t delay = 1; delay < 300; delay += 2) {
        enum mode mode = delay & 2 ? S : U;
        go_with_timer(mode, divides, 0x7654321, 17, 0, delay);
        ENDED_WELL(mode);
        EQ(out.a0, want);
    }
    return 0;
}

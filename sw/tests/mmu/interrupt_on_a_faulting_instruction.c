/* A timer that strikes around a load that faults: the interrupt or the fault, each whole, and
 * the fault still comes.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(fault_behind, "addi a1, a1, 1\naddi a1, a1, 1\naddi a1, a1, 1\nlw a1, 0(a0)");

int main(void)
{
    map_start();
    for (uint32_t delay = 1; delay < 250; delay += 2) {
        enum mode mode = delay & 2 ? S : U;
        fence_all();
        go_with_timer(mode, fault_behind, VA + 4, 0, 0, delay);
        TRAPPED(M, CAUSE_LOAD_PAGE, address_in(mode, fault_behind) + 12, VA + 4);
        EQ(out.a1, 3);
    }
    return 0;
}

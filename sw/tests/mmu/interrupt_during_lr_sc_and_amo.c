/* A timer that strikes among atomics: an AMO happens once; SC behind the interrupt fails and is
 * tried again.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(atomics, "1: amoadd.w a2, a1, (a0)\n2: lr.w a2, (a0)\nadd a2, a2, a1\nsc.w a2, a2, (a0)\n"
                 "bnez a2, 2b\namoadd.w a2, a1, (a0)\nlw a2, 0(a0)");

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = frame(1);
    map_page(root, VA, ppn, S_RWX);
    for (uint32_t delay = 1; delay < 300; delay += 2) {
        WORD(ppn, 0) = 0;
        fence_all();
        go_with_timer(S, atomics, VA, 7, 0, delay);
        ENDED_WELL(S);
        EQ(out.a2, 21);
        EQ(WORD(ppn, 0), 21);
    }
    return 0;
}

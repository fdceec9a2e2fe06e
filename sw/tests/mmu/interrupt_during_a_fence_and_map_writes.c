/* A timer that strikes among satp writes and fences: the map in force is always one or the
 * other.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(switches, "csrrw a2, satp, a1\nsfence.vma\nlw a1, 0(a0)\ncsrw satp, a2\nsfence.vma a0\n"
                  "lw a2, 0(a0)");

int main(void)
{
    pte *one = map_new(), *two = map_new();
    map_page(one, VA, frame(1), S_RWX);
    map_page(two, VA, frame(2), S_RWX);
    for (uint32_t delay = 1; delay < 300; delay += 4) {
        map_on(one);
        go_with_timer(S, switches, VA, SATP_MODE | 3 << SATP_ASID_SHIFT | ROOT_PPN(two), 0, delay);
        ENDED_WELL(S);
        EQ(out.a1, MARK_WORD(2));
        EQ(out.a2, MARK_WORD(1));
    }
    return 0;
}

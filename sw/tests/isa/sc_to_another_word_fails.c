/* SC to a word other than the reserved one fails and takes the reservation with it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(other_then_own, "lr.w a2, (a0)\naddi a2, a0, 4\nsc.w a2, a1, (a2)\nsc.w a0, a1, (a0)");
SNIPPET(two_lr, "lr.w a2, (a0)\naddi a2, a0, 4\nlr.w a2, (a2)\nsc.w a0, a1, (a0)");

int main(void)
{
    uint32_t ppn = frame(1);
    go(M, other_then_own, ppn << 12, 5, 0);
    EQ(out.a2, 1);
    EQ(out.a0, 1);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    NE(WORD(ppn, 4), 5);
    go(M, two_lr, ppn << 12, 5, 0);
    EQ(out.a0, 1);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    return 0;
}

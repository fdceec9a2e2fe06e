/* SC without a reservation fails: rd is not zero, memory stays; also the second of two SC, and
 * one behind a failed one.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sc_sc, "lr.w a2, (a0)\nsc.w a2, a1, (a0)\nsc.w a0, x0, (a0)");

int main(void)
{
    uint32_t ppn = frame(1);
    go(M, do_sc, ppn << 12, 5, 0);
    EQ(out.a0, 1);
    EQ(WORD(ppn, 0), MARK_WORD(1));
    go(M, lr_sc_sc, ppn << 12, 5, 0);
    EQ(out.a2, 0);
    EQ(out.a0, 1);
    EQ(WORD(ppn, 0), 5);
    return 0;
}

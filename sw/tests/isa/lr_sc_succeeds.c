/* LR then SC to the same word succeeds: rd is zero, memory is written, the neighbours are not.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_sc, "lr.w a2, (a0)\nsc.w a0, a1, (a0)");
SNIPPET(lr_add_sc, "1: lr.w a2, (a0)\nadd a2, a2, a1\nsc.w a1, a2, (a0)\nbnez a1, 1b");

int main(void)
{
    uint32_t ppn = frame(1);
    for (uint32_t offset = 0; offset < 32; offset += 4) {
        WORD(ppn, offset) = 0x70 + offset;
        WORD(ppn, offset + 4) = 0x99;
        go(M, lr_sc, (ppn << 12) + offset, 0x1234, 0);
        EQ(out.a0, 0);
        EQ(out.a2, 0x70 + offset);
        EQ(WORD(ppn, offset), 0x1234);
        EQ(WORD(ppn, offset + 4), 0x99);
        go(U, lr_add_sc, (ppn << 12) + offset, 5, 0);
        ENDED_WELL(U);
        EQ(WORD(ppn, offset), 0x1239);
    }
    return 0;
}

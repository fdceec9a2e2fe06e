/* A plain store, load or AMO of one's own between LR and SC does not break the reservation here.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(store_between, "lr.w a2, (a0)\nsw x0, 4(a0)\nsw x0, 0(a0)\nlw a2, 8(a0)\n"
                       "sc.w a0, a1, (a0)");
SNIPPET(amo_between, "lr.w a2, (a0)\namoadd.w x0, x0, (a0)\nsc.w a0, a1, (a0)");

int main(void)
{
    uint32_t ppn = frame(1);
    go(M, store_between, ppn << 12, 5, 0);
    EQ(out.a0, 0);
    EQ(WORD(ppn, 0), 5);
    go(M, amo_between, ppn << 12, 6, 0);
    EQ(out.a0, 0);
    EQ(WORD(ppn, 0), 6);
    return 0;
}

/* A trap between LR and SC (ecall, fault, interrupt) and the return from it break the
 * reservation.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(lr_ecall, "lr.w a2, (a0)");
SNIPPET(lr_illegal, "lr.w a2, (a0)\n.word 0xffffffff");
SNIPPET(lr_load, "lr.w a2, (a0)\nlw a2, 0(x0)");

int main(void)
{
    static snippet *const code[] = {lr_ecall, lr_illegal, lr_load};
    uint32_t ppn = frame(1);
    for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1)
        for (unsigned i = 0; i < 3; i++) {
            go(mode, code[i], ppn << 12, 0, 0);
            EQ(out.a2, MARK_WORD(1));
            go(mode, do_sc, ppn << 12, 5, 0);
            EQ(out.a0, 1);
            EQ(WORD(ppn, 0), MARK_WORD(1));
        }
    return 0;
}

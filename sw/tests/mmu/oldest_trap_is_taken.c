/* Traps in flight with an older fault: the oldest instruction's trap is taken, with its own
 * cause, tval and epc.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

SNIPPET(load_then_illegal, "lw a1, 0(a0)\n.word 0");
SNIPPET(illegal_then_load, ".word 0\nlw a1, 0(a0)");
SNIPPET(store_then_ecall, "sw a1, 0(a0)\necall");
SNIPPET(ebreak_then_load, "ebreak\nlw a1, 0(a0)");

int main(void)
{
    map_start();
    for (int i = 0; i < 3; i++) {
        fence_all();
        go(S, load_then_illegal, VA, 0, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)load_then_illegal, VA);
        go(S, illegal_then_load, VA, 0, 0);
        EQ(out.cause, CAUSE_ILLEGAL);
        EQ(out.epc, (uint32_t)illegal_then_load);
        go(S, store_then_ecall, VA + 8, 0, 0);
        TRAPPED(M, CAUSE_STORE_PAGE, (uint32_t)store_then_ecall, VA + 8);
        go(U, ebreak_then_load, VA, 0, 0);
        EQ(out.cause, CAUSE_BREAKPOINT);
        EQ(out.epc, address_in(U, ebreak_then_load));
    }
    return 0;
}

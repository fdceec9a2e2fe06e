/* The same address in both maps: on each side of every crossing only its own frame is reached,
 * by fetch, load and store, whatever ASID_BITS is.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(kernel_side, "lw a2, 0(a1)\nsw a2, 4(a1)\nsret");
SNIPPET(user_side, "lw a0, 0(a1)\nsw a0, 8(a1)\n.insn i 0x0B, 0, x0, x0, 1\nlw a0, 0(a1)\n"
                   "sw a0, 12(a1)\n.insn i 0x0B, 0, x0, x0, 1\nlw a0, 0(a1)\nsw a0, 16(a1)");

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    uint32_t k = frame(1), u = frame(2);
    map_page(kernel, VA, k, S_RWX);
    map_page(user, VA, u, U_RWX);
    maps_on(kernel, user);
    gate_set(table, 1, (uint32_t)kernel_side | GATE_VALID);
    for (uint32_t i = 0; i < 3; i++) {
        for (unsigned w = 1; w < 6; w++)
            WORD(k, 4 * w) = WORD(u, 4 * w) = 0;
        WORD(k, 0) = 100 + i;
        WORD(u, 0) = 200 + i;
        go(U, user_side, 0, VA, 0);
        ENDED_WELL(U);
        EQ(out.a0, 200 + i);
        EQ(out.a2, 100 + i);
        EQ(WORD(k, 4), 100 + i);
        EQ(WORD(u, 4), 0);
        for (unsigned w = 2; w < 5; w++) {
            EQ(WORD(u, 4 * w), 200 + i);
            EQ(WORD(k, 4 * w), 0);
        }
    }
    return 0;
}

/* svc into the kernel and sret back, several times in one program: each side runs in its own
 * map, the pc goes on behind svc.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(three_calls, "li a0, 1\n.insn i 0x0B, 0, x0, a0, 0\nlw a2, 0(a1)\nli a0, 1\n"
                     ".insn i 0x0B, 0, x0, a0, 0\nlw a2, 0(a1)\n.insn i 0x0B, 0, x0, x0, 1\n"
                     "lw a0, 0(a1)");
SNIPPET(load_and_return, "lw a3, 0(a1)\nadd a4, a4, a3\nmv a2, a4\nsret");
asm(".pushsection .snippets, \"ax\"\n.balign 4\nstart: li a4, 0\nj three_calls\n.popsection");
extern snippet start;

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    uint32_t a = frame(1), b = frame(2);
    WORD(a, 0) = 1000;
    WORD(b, 0) = 77;
    map_page(kernel, VA, a, S_RWX);
    map_page(user, VA, b, U_RWX);
    maps_on(kernel, user);
    gate_set(table, 1, (uint32_t)load_and_return | GATE_VALID);
    go(U, start, 0, VA, 0);
    ENDED_WELL(U);
    EQ(out.a0, 77);
    EQ(out.a2, 3000);
    return 0;
}

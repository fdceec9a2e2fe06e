/* svc, or sret, right behind a squashed load whose walk may be running: the other side's access
 * goes through its own map only.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

#define TRY(n) \
    SNIPPET(user_##n, "li a1, 1\ndivu a2, a1, a1\nbnez a2, 1f\nlw a2, 0(a0)\n1: .rept " #n \
            "\nnop\n.endr\n.insn i 0x0B, 0, x0, x0, 1\nlw a1, 0(a0)")
TRY(0); TRY(1); TRY(2); TRY(3); TRY(5); TRY(8);
SNIPPET(kernel_load, "lw a2, 0(a0)\nsret");
SNIPPET(kernel_squash, "li a3, 1\ndivu a3, a3, a3\nbnez a3, 1f\nlw a2, 0(a0)\n1: li a2, 0\nsret");

int main(void)
{
    static snippet *const code[] = {user_0, user_1, user_2, user_3, user_5, user_8};
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA, frame(1), S_RWX);
    map_page(user, VA, frame(2), U_RWX);
    maps_on(kernel, user);
    for (unsigned i = 0; i < 24; i++) {
        int loads = i < 12;
        gate_set(table, 1, (loads ? (uint32_t)kernel_load : (uint32_t)kernel_squash) | GATE_VALID);
        fence_all();
        go(U, code[i % 6], VA, 0, 0);
        ENDED_WELL(U);
        EQ(out.a1, MARK_WORD(2));
        EQ(out.a2, loads ? MARK_WORD(1) : 0);
    }
    return 0;
}

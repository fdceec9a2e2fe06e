/* svc behind a taken branch, a jump or a slow branch changes no CSR and enters nothing.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(branch, "beqz x0, 1f\n.insn i 0x0B, 0, x0, a0, 0\n1: nop");
SNIPPET(jump, "j 1f\n.insn i 0x0B, 0, x0, a0, 0\n1: nop");
SNIPPET(slow, "li a1, 9\ndivu a1, a1, a1\nbnez a1, 1f\n.insn i 0x0B, 0, x0, a0, 0\n1: nop");
SNIPPET(indirect, "auipc a1, 0\njr a1, 12\n.insn i 0x0B, 0, x0, a0, 0\nnop");

int main(void)
{
    static snippet *const code[] = {branch, jump, slow, indirect};
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    WRITE(sepc, 0x1000);
    WRITE(scause, 3);
    WRITE(stval, 0x77);
    for (unsigned i = 0; i < 12; i++) {
        fence_all();
        go(U, code[i % 4], 1, 0, 0);
        ENDED_WELL(U);
        EQ(READ(sepc), 0x1000);
        EQ(READ(scause), 3);
        EQ(READ(stval), 0x77);
    }
    return 0;
}

/* svc behind a faulting load, an illegal instruction or an ecall changes no CSR and enters
 * nothing.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(load, "lw a1, 0(x0)\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(store, "sw a1, 0(x0)\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(illegal, ".word 0\n.insn i 0x0B, 0, x0, a0, 0");
SNIPPET(call, "ecall\n.insn i 0x0B, 0, x0, a0, 0");

int main(void)
{
    static snippet *const code[] = {load, store, illegal, call};
    static const uint32_t cause[] = {CAUSE_LOAD_PAGE, CAUSE_STORE_PAGE, CAUSE_ILLEGAL,
                                     CAUSE_ECALL_U};
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    WRITE(sepc, 0x1000);
    WRITE(scause, 3);
    WRITE(stval, 0x77);
    for (unsigned i = 0; i < 12; i++) {
        fence_all();
        go(U, code[i % 4], 1, 0, 0);
        TRAPPED(M, cause[i % 4], address_in(U, code[i % 4]), out.tval);
        EQ(READ(sepc), 0x1000);
        EQ(READ(scause), 3);
        EQ(READ(stval), 0x77);
    }
    return 0;
}

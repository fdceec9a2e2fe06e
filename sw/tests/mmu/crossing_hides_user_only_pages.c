/* A page that only the user's map has is not there for S right after a gate, SUM set; one that
 * only the kernel's has is not there for U right after sret.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

SNIPPET(user_load_svc, "lw a2, 0(a1)\n.insn i 0x0B, 0, x0, x0, 1");
SNIPPET(kernel_load, "lw a2, 0(a1)");
SNIPPET(kernel_load_sret, "lw a2, 0(a0)\nsret");
SNIPPET(user_svc_load, ".insn i 0x0B, 0, x0, x0, 2\nlw a2, 0(a0)");

int main(void)
{
    uint32_t table = gates_on();
    pte *kernel = map_new(), *user = map_new();
    map_page(kernel, VA2, frame(1), S_RWX);
    map_page(user, VA, frame(2), U_RWX);
    maps_on(kernel, user);
    SET(mstatus, MSTATUS_SUM);
    gate_set(table, 1, (uint32_t)kernel_load | GATE_VALID);
    gate_set(table, 2, (uint32_t)kernel_load_sret | GATE_VALID);
    for (int i = 0; i < 3; i++) {
        go(U, user_load_svc, 0, VA, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, (uint32_t)kernel_load, VA);
        EQ(out.a2, MARK_WORD(2));
        go(U, user_svc_load, VA2, 0, 0);
        TRAPPED(M, CAUSE_LOAD_PAGE, address_in(U, user_svc_load) + 4, VA2);
        EQ(out.a2, MARK_WORD(1));
    }
    return 0;
}

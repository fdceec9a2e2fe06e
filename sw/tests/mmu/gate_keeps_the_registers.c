/* A gate crossing changes no integer register.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

asm(".pushsection .snippets, \"ax\"\n.balign 4\n.globl all_svc\nall_svc:\n"
    ".irp n, 1,2,3,4,5,6,7,8,9,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31\n"
    "li x\\n, 0x01010101 * \\n\n.endr\n.insn i 0x0B, 0, x0, a0, 0\n"
    ".globl all_entry\nall_entry:\n"
    ".irp n, 1,2,3,4,5,6,7,8,9,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31\n"
    "li x11, 0x01010101 * \\n\nbne x\\n, x11, 1f\n.endr\nli a1, 0\n1: ecall\n.popsection");
extern snippet all_svc, all_entry;

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 3, (uint32_t)all_entry | GATE_VALID);
    go(U, all_svc, 3, 0, 0);
    EQ(out.cause, CAUSE_ECALL_S);
    EQ(out.a1, 0);
    EQ(out.a0, 3);
    return 0;
}

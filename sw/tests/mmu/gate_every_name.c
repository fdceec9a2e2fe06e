/* Each name from 0 to 255 reaches its own descriptor's entry, with its own stval.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

asm(".pushsection .snippets, \"ax\"\n.balign 4\nlandings: .rept 256\necall\n.endr\n.popsection");
extern char landings[];

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    for (uint32_t name = 0; name < 256; name++)
        gate_set(table, name, ((uint32_t)landings + 4 * name) | GATE_VALID);
    for (uint32_t name = 0; name < 256; name++) {
        go(U, do_svc, name, 0, 0);
        TRAPPED(M, CAUSE_ECALL_S, (uint32_t)landings + 4 * name, 0);
        EQ(READ(stval), name);
        EQ(READ(scause), CAUSE_GATE);
        EQ(READ(sepc), address_in(U, do_svc) + 4);
    }
    return 0;
}

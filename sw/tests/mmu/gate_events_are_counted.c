/* A gate crossing counts as one retired instruction and one gate entry (mhpmcounter7), and not
 * as an exception (mhpmcounter8).
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    for (int i = 0; i < 3; i++) {
        uint32_t gates = READ(mhpmcounter7), traps = READ(mhpmcounter8);
        go(U, do_svc, 1, 0, 0);
        entered_gate(1, address_in(U, do_svc) + 4);
        EQ(READ(mhpmcounter7) - gates, 1);
        EQ(READ(mhpmcounter8) - traps, 1); /* the ecall that ends the snippet */
        gates = READ(mhpmcounter7);
        go(U, do_svc, 99, 0, 0); /* undefined: an exception, no gate */
        EQ(READ(mhpmcounter7), gates);
        EQ(READ(mhpmcounter8) - traps, 2);
        go(U, do_ecall, 0, 0, 0);
        EQ(READ(mhpmcounter8) - traps, 3);
    }
    return 0;
}

/* A descriptor whose valid bit is clear is an undefined gate, whatever its other bits.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    static const uint32_t word[] = {0, 0x80002000, 0xfffffffc, 0x80002002};
    for (unsigned i = 0; i < 4; i++) {
        gate_set(table, 9, word[i]);
        go(U, do_svc, 9, 0, 0);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 9);
    }
    return 0;
}

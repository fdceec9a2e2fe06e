/* A name above 255 is an undefined gate: 256, -1, and registers with any one high bit set; never
 * the gate of its low bits.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    for (uint32_t name = 0; name < 256; name++)
        gate_set(table, name, (uint32_t)gate_entry | GATE_VALID);
    go(U, do_svc, 0xffffffff, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 0xffffffff);
    for (unsigned bit = 8; bit < 32; bit++) {
        go(U, do_svc, 1u << bit, 0, 0);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 1u << bit);
        go(U, do_svc, 1u << bit | 5, 0, 0);
        TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 1u << bit | 5);
    }
    /* the words behind the table would be descriptors if names went on */
    for (uint32_t i = 0; i < 1024; i++)
        WORD(table + 1, 4 * i) = (uint32_t)gate_entry | GATE_VALID;
    go(U, do_svc, 256, 0, 0);
    TRAPPED(M, CAUSE_UNDEFINED_GATE, address_in(U, do_svc), 256);
    return 0;
}

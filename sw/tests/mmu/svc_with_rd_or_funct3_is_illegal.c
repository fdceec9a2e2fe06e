/* svc with rd or funct3 not zero is an illegal instruction.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    for (unsigned bit = 7; bit < 15; bit++) {
        uint32_t word = 0x0005000b | 1u << bit;
        go_word(U, word, 1, 0);
        TRAPPED(M, CAUSE_ILLEGAL, word_address(U), word);
    }
    return 0;
}

/* A gate crossing leaves mcause, mepc, mtval, sscratch, stvec, satp, upmar and gtbl as they are.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    gate_set(table, 1, (uint32_t)gate_entry | GATE_VALID);
    WRITE(sscratch, 0x1234);
    uint32_t satp = READ(satp), upmar = READ_N(CSR_UPMAR), gtbl = READ_N(CSR_GTBL),
                         stvec = READ(stvec);
    go(U, do_svc, 1, 0, 0);
    entered_gate(1, address_in(U, do_svc) + 4);
    EQ(READ(sscratch), 0x1234);
    EQ(READ(satp), satp);
    EQ(READ_N(CSR_UPMAR), upmar);
    EQ(READ_N(CSR_GTBL), gtbl);
    EQ(READ(stvec), stvec);
    return 0;
}

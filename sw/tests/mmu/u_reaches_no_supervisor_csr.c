/* U reading or writing any supervisor or machine CSR is an illegal instruction, nothing changed.
 * Machine: Xgate
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "gate.h"

int main(void)
{
    static const uint16_t csr[] = {
        0x100, 0x104, 0x105, 0x106, 0x10a, 0x140, 0x141, 0x142, 0x143, 0x144, 0x14d, 0x15d, 0x180,
        CSR_UPMAR, CSR_GTBL, 0x300, 0x304, 0x341, 0xb00, 0xf14,
    };
    uint32_t table = gates_on();
    maps_on(map_new(), map_new());
    WRITE(sscratch, 0x5555);
    uint32_t satp = READ(satp), upmar = READ_N(CSR_UPMAR), gtbl = READ_N(CSR_GTBL);
    for (unsigned i = 0; i < sizeof csr / sizeof *csr; i++) {
        csr_illegal(U, csr[i]);
        EQ(READ(satp), satp);
        EQ(READ_N(CSR_UPMAR), upmar);
        EQ(READ_N(CSR_GTBL), gtbl);
        EQ(READ(sscratch), 0x5555);
    }
    EQ(gtbl, GTBL_ENABLE | table);
    return 0;
}

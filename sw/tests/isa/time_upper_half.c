/* timeh is the upper half of mtime, whatever is in it, and no other CSR shows it.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    for (uint32_t bit = 1; bit; bit <<= 1) {
        CLINT_MTIMEH = bit;
        EQ(READ(timeh), bit);
        WRITE(mscratch, 0);
        EQ(READ(mscratch), 0);
        EQ(READ(satp), 0);
        CLINT_MTIMEH = ~bit;
        EQ(READ(timeh), ~bit);
        WRITE(sscratch, 0);
        EQ(READ(sscratch), 0);
    }
    return 0;
}

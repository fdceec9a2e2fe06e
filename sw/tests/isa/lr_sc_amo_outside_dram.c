/* LR, SC and AMO are for DRAM only: elsewhere an access fault (load for LR, store for SC and
 * AMO), nothing written.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t where[] = {0x02000000, 0x02004000, 0x0c000028, 0x10000000,
                                     0x10050000, 0x00100000, 0x00001000, VA};
    CLINT_MSIP = 0;
    for (unsigned i = 0; i < sizeof where / sizeof *where; i++)
        for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1) {
            EQ(TOUCH(mode, LR, where[i]), CAUSE_LOAD_ACCESS);
            EQ(TOUCH(mode, SC, where[i]), CAUSE_STORE_ACCESS);
            EQ(TOUCH(mode, AMO, where[i]), CAUSE_STORE_ACCESS);
        }
    EQ(CLINT_MSIP, 0);
    return 0;
}

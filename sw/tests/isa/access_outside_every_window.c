/* Loads, stores and fetches outside DRAM and the devices' windows are access faults: the edges
 * of each window.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t hole[] = {
        0x00000000, 0x00000ffc, 0x00002000, 0x000ffffc, 0x00101000, 0x01fffffc, 0x02010000,
        0x0bfffffc, 0x0c400000, 0x0ffffffc, 0x10000100, 0x1004fffc, 0x10051000, 0x20000000,
        0x7ffffffc, DRAM_END, 0xfffffffc,
    };
    static const uint32_t inside[] = {
        0x00001000, 0x00001ffc, 0x00100ffc, 0x02000000, 0x0200fffc, 0x0c000000, 0x0c3ffffc,
        0x10000000,
        0x10050000, 0x10050ffc, DRAM, DRAM_END - 4,
    };
    for (unsigned i = 0; i < sizeof hole / sizeof *hole; i++) {
        EQ(TOUCH(M, LOAD, hole[i]), CAUSE_LOAD_ACCESS);
        EQ(TOUCH(S, STORE, hole[i]), CAUSE_STORE_ACCESS);
        EQ(TOUCH(U, FETCH, hole[i]), CAUSE_FETCH_ACCESS);
    }
    for (unsigned i = 0; i < sizeof inside / sizeof *inside; i++)
        EQ(TOUCH(M, LOAD, inside[i]), OK);
    return 0;
}

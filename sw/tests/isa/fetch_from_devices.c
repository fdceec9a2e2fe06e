/* Instructions are fetched from the boot ROM and DRAM only; a device's window is a fetch access
 * fault.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t device[] = {0x00100000, 0x02000000, 0x0200bff8,
                                      0x0c000000, 0x10000000, 0x10050000};
    for (unsigned i = 0; i < sizeof device / sizeof *device; i++)
        for (enum mode mode = U; mode <= M; mode += mode ? 2 : 1) {
            EQ(TOUCH(mode, FETCH, device[i]), CAUSE_FETCH_ACCESS);
            go_at(mode, device[i], 0, 0, 0);
            TRAPPED(M, CAUSE_FETCH_ACCESS, device[i], device[i]);
        }
    return 0;
}

/* Fetch, LR, SC and AMO of mapped device registers raise their access faults, and nothing
 * reaches the device.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    static const uint32_t device[] = {0x00100000, 0x02000000, 0x0c000000, 0x10000000, 0x10050000};
    pte *root = map_start();
    CLINT_MSIP = 0;
    for (unsigned i = 0; i < sizeof device / sizeof *device; i++) {
        map_page(root, VA, PPN(device[i]), S_RWX);
        fence_all();
        EQ(TOUCH(S, FETCH, VA), CAUSE_FETCH_ACCESS);
        EQ(TOUCH(S, LR, VA), CAUSE_LOAD_ACCESS);
        EQ(TOUCH(S, SC, VA), CAUSE_STORE_ACCESS);
        EQ(TOUCH(S, AMO, VA), CAUSE_STORE_ACCESS);
    }
    EQ(CLINT_MSIP, 0);
    return 0;
}

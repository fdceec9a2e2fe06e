/* The boot ROM, mapped or not: load and fetch work, a store, an AMO, an LR and an SC are access
 * faults.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

int main(void)
{
    pte *root = map_start();
    map_page(root, VA, PPN(0x1000), S_RWX);
    fence_all();
    EQ(TOUCH(S, LOAD, VA), OK);
    EQ(out.a0, *(volatile uint32_t *)0x1000);
    EQ(TOUCH(S, STORE, VA), CAUSE_STORE_ACCESS);
    EQ(TOUCH(S, AMO, VA), CAUSE_STORE_ACCESS);
    EQ(TOUCH(S, SC, VA), CAUSE_STORE_ACCESS);
    EQ(TOUCH(S, LR, VA), CAUSE_LOAD_ACCESS);
    map_off();
    EQ(TOUCH(M, STORE, 0x1000), CAUSE_STORE_ACCESS);
    EQ(TOUCH(M, AMO, 0x1ffc), CAUSE_STORE_ACCESS);
    EQ(TOUCH(M, LR, 0x1ffc), CAUSE_LOAD_ACCESS);
    return 0;
}

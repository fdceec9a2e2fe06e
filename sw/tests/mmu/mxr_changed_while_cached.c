/* MXR set and cleared while the entry is in the TLB takes effect without a fence.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(28), PTE_V | PTE_X | AD);
    fence_all();
    for (int i = 0; i < 3; i++) {
        CLEAR(mstatus, MSTATUS_MXR);
        check_access(S, VA, &WORD(*entry >> 10, 0), 28, CAN_FETCH);
        SET(mstatus, MSTATUS_MXR);
        check_access(S, VA, &WORD(*entry >> 10, 0), 28, CAN_FETCH | CAN_LOAD);
    }
    return 0;
}

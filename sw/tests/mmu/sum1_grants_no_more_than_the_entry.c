/* With SUM=1 S is still held to R and W of the U page.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(24), PTE_V | PTE_R | PTE_U | AD);
    fence_all();
    SET(mstatus, MSTATUS_SUM);
    check_access(S, VA, &WORD(*entry >> 10, 0), 24, CAN_LOAD);
    set_flags(entry, PTE_V | PTE_X | PTE_U | AD);
    check_access(S, VA, &WORD(*entry >> 10, 0), 24, 0);
    return 0;
}

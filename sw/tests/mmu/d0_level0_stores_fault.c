/* A leaf with D=0 faults store, AMO and SC; load, LR and fetch go through; the entry is not
 * written (Svade).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(21), S_RWX & ~PTE_D);
    fence_all();
    check_access(S, VA, &WORD(*entry >> 10, 0), 21, CAN_LOAD | CAN_FETCH);
    EQ(*entry & PTE_D, 0);
    set_flags(entry, U_RWX & ~PTE_D);
    check_access(U, VA, &WORD(*entry >> 10, 0), 21, CAN_LOAD | CAN_FETCH);
    EQ(*entry & PTE_D, 0);
    return 0;
}

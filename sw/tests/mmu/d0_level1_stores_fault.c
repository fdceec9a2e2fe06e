/* A 4 MiB leaf with D=0 faults store, AMO and SC; load, LR and fetch go through; it is not
 * written (Svade).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 21), S_RWX & ~PTE_D);
    fence_all();
    check_access(S, VA, &WORD(*entry >> 10, 0), 21, CAN_LOAD | CAN_FETCH);
    EQ(*entry & PTE_D, 0);
    set_flags(entry, U_RWX & ~PTE_D);
    check_access(U, VA, &WORD(*entry >> 10, 0), 21, CAN_LOAD | CAN_FETCH);
    EQ(*entry & PTE_D, 0);
    return 0;
}

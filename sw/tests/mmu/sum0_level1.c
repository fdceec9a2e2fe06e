/* With SUM=0 S loads and stores on a 4 MiB U page fault, as does its fetch (privileged manual
 * 3.1.6.3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 23), U_RWX);
    fence_all();
    check_access(S, VA, &WORD(*entry >> 10, 0), 23, 0);
    check_access(U, VA, &WORD(*entry >> 10, 0), 23, CAN_LOAD | CAN_STORE | CAN_FETCH);
    check_access(S, VA, &WORD(*entry >> 10, 0), 23, 0);
    return 0;
}

/* With SUM=1 S loads and stores on a U page succeed; its fetch still faults (privileged manual
 * 4.3.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_page(root, VA, frame(24), U_RWX);
    fence_all();
    SET(mstatus, MSTATUS_SUM);
    check_access(S, VA, &WORD(*entry >> 10, 0), 24, CAN_LOAD | CAN_STORE);
    return 0;
}

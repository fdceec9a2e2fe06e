/* U reaches no 4 MiB page with U=0, with any kind of access, SUM and MXR set or not (privileged
 * manual 4.3.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    pte *root = map_start();
    pte *entry = map_mega(root, VA, mega_frame(0, 22), S_RWX);
    fence_all();
    check_access(S, VA, &WORD(*entry >> 10, 0), 22, CAN_LOAD | CAN_STORE | CAN_FETCH);
    check_access(U, VA, &WORD(*entry >> 10, 0), 22, 0);
    SET(mstatus, MSTATUS_SUM | MSTATUS_MXR);
    check_access(U, VA, &WORD(*entry >> 10, 0), 22, 0);
    /* the image itself is such a page */
    all_page_fault(U, DRAM);
    return 0;
}

/* MXR makes executable pages readable, never readable ones executable.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    SET(mstatus, MSTATUS_MXR);
    permission(0, S, PTE_R, CAN_LOAD);
    permission(0, U, PTE_R | PTE_W, CAN_LOAD | CAN_STORE);
    return 0;
}

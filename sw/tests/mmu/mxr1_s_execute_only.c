/* With MXR=1 a load of an execute-only page succeeds in S, at both levels; a store does not.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    SET(mstatus, MSTATUS_MXR);
    permission(0, S, PTE_X, CAN_FETCH | CAN_LOAD);
    permission(1, S, PTE_X, CAN_FETCH | CAN_LOAD);
    return 0;
}

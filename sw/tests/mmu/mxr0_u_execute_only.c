/* With MXR=0 a load of an execute-only page faults in U, at both levels; the fetch succeeds.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(0, U, PTE_X, CAN_FETCH);
    permission(1, U, PTE_X, CAN_FETCH);
    return 0;
}

/* A 4 MiB page with R+X in S: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(1, S, PTE_R | PTE_X, CAN_LOAD | CAN_FETCH);
    return 0;
}

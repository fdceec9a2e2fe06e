/* A 4 KiB page with R in S: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(0, S, PTE_R, CAN_LOAD);
    return 0;
}

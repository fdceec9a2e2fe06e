/* A 4 MiB page with R in U: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(1, U, PTE_R, CAN_LOAD);
    return 0;
}

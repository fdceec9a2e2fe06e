/* A 4 KiB page with X in U: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(0, U, PTE_X, CAN_FETCH);
    return 0;
}

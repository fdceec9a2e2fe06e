/* A 4 MiB page with R+W in S: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(1, S, PTE_R | PTE_W, CAN_LOAD | CAN_STORE);
    return 0;
}

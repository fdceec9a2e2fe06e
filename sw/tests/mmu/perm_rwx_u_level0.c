/* A 4 KiB page with R+W+X in U: exactly the accesses it grants succeed.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "permission.h"

int main(void)
{
    permission(0, U, RWX, CAN_LOAD | CAN_STORE | CAN_FETCH);
    return 0;
}

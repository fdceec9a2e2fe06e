/* A leaf in use loses its permissions (4 KiB): behind `sfence.vma va, asid` the old one is never
 * used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    permission_goes(FENCE_VA_ASID, 0, S);
    permission_goes(FENCE_VA_ASID, 0, U);
    return 0;
}

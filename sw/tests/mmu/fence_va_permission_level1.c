/* A leaf in use loses its permissions (4 MiB): behind `sfence.vma va, x0` the old one is never
 * used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    permission_goes(FENCE_VA, 1, S);
    permission_goes(FENCE_VA, 1, U);
    return 0;
}

/* A leaf in use is given another frame (4 MiB): behind `sfence.vma va, x0` the old one is never
 * used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    frame_changes(FENCE_VA, 1, S);
    frame_changes(FENCE_VA, 1, U);
    return 0;
}

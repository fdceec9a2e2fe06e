/* A leaf in use is given another frame (4 MiB): behind `sfence.vma va, asid` the old one is
 * never used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    frame_changes(FENCE_VA_ASID, 1, S);
    frame_changes(FENCE_VA_ASID, 1, U);
    return 0;
}

/* A leaf in use is given another frame (4 KiB): behind `sfence.vma va, asid` the old one is
 * never used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    frame_changes(FENCE_VA_ASID, 0, S);
    frame_changes(FENCE_VA_ASID, 0, U);
    return 0;
}

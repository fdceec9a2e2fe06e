/* A leaf in use is given another frame (4 KiB): behind `sfence.vma x0, x0` the old one is never
 * used, in S and in U.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "fence.h"

int main(void)
{
    frame_changes(FENCE_ALL, 0, S);
    frame_changes(FENCE_ALL, 0, U);
    return 0;
}

/* Words written over 16 KiB in strides come back unchanged: lines are evicted and fetched again.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, region
    li s1, 0x4000
    li s2, 0x9e3779b1
    .irp stride, 4, 20, 1024, 4096
    next_check
    li s3, \stride
    li t0, 0
1:
    add t1, s0, t0
    mul t2, t0, s2
    sw t2, 0(t1)
    add t0, t0, s3
    bltu t0, s1, 1b
    li t0, 0
1:
    add t1, s0, t0
    mul t6, t0, s2
    lw t2, 0(t1)
    want t2
    add t0, t0, s3
    bltu t0, s1, 1b
    .endr
    test_end

    .set region, image_end + 0x1000

/* bgeu: branch if unsigned greater or equal, forward and back, taken and not (unprivileged
 * manual 2.5.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    br_taken bgeu, 0x00000000, 0x00000000
    br_not_taken bgeu, 0x00000000, 0x00000001
    br_taken bgeu, 0x00000001, 0x00000000
    br_taken bgeu, 0xffffffff, 0xffffffff
    br_taken bgeu, 0xffffffff, 0x00000000
    br_not_taken bgeu, 0x00000000, 0xffffffff
    br_taken bgeu, 0xffffffff, 0x00000001
    br_not_taken bgeu, 0x00000001, 0xffffffff
    br_taken bgeu, 0x80000000, 0x7fffffff
    br_not_taken bgeu, 0x7fffffff, 0x80000000
    br_taken bgeu, 0x80000000, 0x80000000
    br_not_taken bgeu, 0x80000000, 0xffffffff
    br_taken bgeu, 0xffffffff, 0x80000000
    br_taken bgeu, 0x7fffffff, 0x7ffffffe
    br_not_taken bgeu, 0x12345678, 0x12345679
    /* x0 against itself */
    next_check
    bgeu x0, x0, 1f
    j test_fail
1:
    /* a taken branch squashes what is behind it */
    next_check
    li t0, -1
    li t1, 1
    li t2, 1
    bgeu t0, t1, 1f
    addi t2, t2, 1
    addi t2, t2, 1
    addi t2, t2, 1
    addi t2, t2, 1
1:
    addi t2, t2, 1
    addi t2, t2, 1
    expect t2, 3
    test_end

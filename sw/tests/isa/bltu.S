/* bltu: branch if unsigned less, forward and back, taken and not (unprivileged manual 2.5.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    br_not_taken bltu, 0x00000000, 0x00000000
    br_taken bltu, 0x00000000, 0x00000001
    br_not_taken bltu, 0x00000001, 0x00000000
    br_not_taken bltu, 0xffffffff, 0xffffffff
    br_not_taken bltu, 0xffffffff, 0x00000000
    br_taken bltu, 0x00000000, 0xffffffff
    br_not_taken bltu, 0xffffffff, 0x00000001
    br_taken bltu, 0x00000001, 0xffffffff
    br_not_taken bltu, 0x80000000, 0x7fffffff
    br_taken bltu, 0x7fffffff, 0x80000000
    br_not_taken bltu, 0x80000000, 0x80000000
    br_taken bltu, 0x80000000, 0xffffffff
    br_not_taken bltu, 0xffffffff, 0x80000000
    br_not_taken bltu, 0x7fffffff, 0x7ffffffe
    br_taken bltu, 0x12345678, 0x12345679
    /* x0 against itself */
    next_check
    bltu x0, x0, 1f
    j 2f
1:
    j test_fail
2:
    /* a taken branch squashes what is behind it */
    next_check
    li t0, 1
    li t1, -1
    li t2, 1
    bltu t0, t1, 1f
    addi t2, t2, 1
    addi t2, t2, 1
    addi t2, t2, 1
    addi t2, t2, 1
1:
    addi t2, t2, 1
    addi t2, t2, 1
    expect t2, 3
    test_end

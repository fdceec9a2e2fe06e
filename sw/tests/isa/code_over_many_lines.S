/* Straight code longer than the instruction cache runs twice with the same result.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    li s0, 2
    li t0, 0
again:
    .rept 2500
    addi t0, t0, 1
    .endr
    addi s0, s0, -1
    beqz s0, 1f
    j again
1:
    expect t0, 5000
    test_end

/* Branches in loops: a nest counted down, an alternating pattern, and a branch whose target is
 * itself a branch; a predictor may not change the result.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    li t0, 0
    li t1, 20
1:
    li t2, 7
2:
    addi t0, t0, 1
    addi t2, t2, -1
    bnez t2, 2b
    addi t1, t1, -1
    bnez t1, 1b
    expect t0, 140
    /* taken and not taken in turn */
    li t0, 0
    li t1, 0
    li t2, 33
1:
    andi t3, t1, 1
    beqz t3, 2f
    addi t0, t0, 3
2:
    addi t1, t1, 1
    bne t1, t2, 1b
    expect t0, 48
    /* chains of branches */
    li t0, 0
    li t1, 9
1:
    bgtz t1, 2f
    j 5f
3:
    addi t1, t1, -1
    bgez t1, 1b
    j test_fail
2:
    addi t0, t0, 1
    beq t0, t0, 4f
    j test_fail
4:
    j 3b
5:
    expect t0, 9
    test_end

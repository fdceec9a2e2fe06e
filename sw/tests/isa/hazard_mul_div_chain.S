/* Multiplications and divisions feeding each other, a load, a store, a branch and an address, at
 * distances 0 to 3.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cell
    .irp gap, 0, 1, 2, 3
    li t0, 12345
    li t1, 678
    mul t2, t0, t1
    nops \gap
    divu t3, t2, t1
    nops \gap
    mul t3, t3, t3
    nops \gap
    remu t4, t3, t2
    nops \gap
    addi t4, t4, 1
    expect t2, 8369910
    expect t3, 152399025
    expect t4, 1740646
    /* operands straight from a load */
    li t0, 1000
    sw t0, 0(s0)
    lw t1, 0(s0)
    nops \gap
    div t2, t1, t1
    nops \gap
    sw t2, 0(s0)
    lw t3, 0(s0)
    nops \gap
    mul t3, t3, t1
    expect t2, 1
    expect t3, 1000
    /* a quotient as an address */
    slli t0, s0, 1
    srli t5, s0, 31
    li t1, 2
    divu t2, t0, t1
    nops \gap
    slli t5, t5, 31
    or t2, t2, t5
    lw t3, 0(t2)
    expect t3, 1
    /* a remainder decides a branch */
    next_check
    li t0, 9
    li t1, 3
    rem t2, t0, t1
    nops \gap
    beqz t2, 1f
    j test_fail
1:
    /* the younger result to the same register wins */
    li t0, 100
    li t1, 7
    div t2, t0, t1
    li t2, 77
    nops \gap
    mv t3, t2
    expect t3, 77
    lw t2, 0(s0)
    div t2, t0, t1
    nops \gap
    mv t3, t2
    expect t3, 14
    mul t2, t0, t1
    lw t2, 0(s0)
    nops \gap
    mv t3, t2
    expect t3, 1
    .endr
    test_end

    .data
    .balign 16
cell:
    .word 0, 0

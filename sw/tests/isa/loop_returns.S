/* A routine called from several places returns to each of them, also when called in a recursion.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la sp, stack_end
    li a0, 0
    li s0, 5
1:
    call add1
    call add2
    call add1
    addi s0, s0, -1
    bnez s0, 1b
    expect a0, 20
    li a0, 10
    call fib
    expect a0, 55
    j 9f
add2:
    mv t0, ra
    call add1
    mv ra, t0
add1:
    addi a0, a0, 1
    ret
fib:
    li t0, 2
    bltu a0, t0, 1f
    addi sp, sp, -12
    sw ra, 0(sp)
    sw a0, 4(sp)
    addi a0, a0, -1
    call fib
    sw a0, 8(sp)
    lw a0, 4(sp)
    addi a0, a0, -2
    call fib
    lw t0, 8(sp)
    add a0, a0, t0
    lw ra, 0(sp)
    addi sp, sp, 12
1:
    ret
9:
    test_end

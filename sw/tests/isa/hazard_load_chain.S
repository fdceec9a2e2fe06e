/* Loads whose address or use depends on the load just before: pointer chase, load to branch, load
 * to store data and store address.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, a
    .irp gap, 0, 1, 2
    lw t0, 0(s0)
    nops \gap
    lw t0, 0(t0)
    nops \gap
    lw t0, 0(t0)
    nops \gap
    lw t1, 4(t0)
    nops \gap
    addi t1, t1, 1
    expect t1, 0x13572469
    /* load to branch, both ways */
    next_check
    lw t1, 4(s0)
    nops \gap
    beqz t1, 1f
    j test_fail
1:
    lw t1, 4(s0)
    nops \gap
    bnez t1, 1f
    j 2f
1:
    j test_fail
2:
    /* load to store data, load to store address */
    la t2, out
    lw t3, 12(s0)
    nops \gap
    sw t3, 0(t2)
    lw t4, 0(t2)
    expect t4, 0x2468ace0
    lw t3, 16(s0)
    nops \gap
    sw s0, 4(t3)
    lw t4, 4(t2)
    next_check
    mv t6, s0
    want t4
    .endr
    test_end

    .data
    .balign 16
a:
    .word b, 0, 0, 0x2468ace0, out
b:
    .word c
c:
    .word d
d:
    .word 0, 0x13572468
out:
    .word 0, 0

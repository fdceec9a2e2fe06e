/* The result of an AMO, LR or SC used 0 to 3 instructions later as data, address and branch
 * operand.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cell
    .irp gap, 0, 1, 2, 3
    la t0, cell2
    sw t0, 0(s0)
    li t1, 0x40
    sw t1, 0(t0)
    amoadd.w t2, x0, (s0)
    nops \gap
    amoadd.w t3, t1, (t2)
    nops \gap
    addi t4, t3, 1
    expect t4, 0x41
    amoswap.w t3, x0, (t2)
    nops \gap
    sw t3, 4(s0)
    lw t4, 4(s0)
    expect t4, 0x80
    lr.w t3, (s0)
    nops \gap
    lw t4, 0(t3)
    expect t4, 0
    next_check
    lr.w t3, (s0)
    sc.w t4, t3, (s0)
    nops \gap
    bnez t4, 1f
    j 2f
1:
    j test_fail
2:
    sc.w t4, t3, (s0)
    nops \gap
    bnez t4, 1f
    j test_fail
1:
    sc.w t4, t3, (s0)
    nops \gap
    snez t5, t4
    expect t5, 1
    .endr
    test_end

    .data
    .balign 16
cell:
    .word 0, 0
cell2:
    .word 0

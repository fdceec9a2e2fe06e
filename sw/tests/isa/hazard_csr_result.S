/* A register read from a CSR is used 0 to 3 instructions later, and a CSR takes a value made 0 to 3
 * instructions before, by the ALU, a load, a multiplication or a division.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cell
    li s1, 0x1234
    sw s1, 0(s0)
    li s2, 3
    .irp gap, 0, 1, 2, 3
    addi t0, s1, 1
    nops \gap
    csrw mscratch, t0
    csrr t1, mscratch
    nops \gap
    addi t2, t1, 1
    expect t2, 0x1236
    lw t0, 0(s0)
    nops \gap
    csrw mscratch, t0
    csrr t1, mscratch
    nops \gap
    sw t1, 4(s0)
    lw t2, 4(s0)
    expect t2, 0x1234
    mul t0, s1, s2
    nops \gap
    csrrw t3, mscratch, t0
    csrr t1, mscratch
    nops \gap
    mul t2, t1, s2
    expect t2, 0x1234 * 9
    expect t3, 0x1234
    div t0, s1, s2
    nops \gap
    csrrw t3, mscratch, t0
    csrr t1, mscratch
    nops \gap
    beq t1, t0, 1f
    j test_fail
1:
    expect t1, 0x1234 / 3
    .endr
    test_end

    .data
    .balign 16
cell:
    .word 0, 0

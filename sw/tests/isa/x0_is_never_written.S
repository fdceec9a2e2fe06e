/* No instruction that names x0 as its destination changes it, nor forwards a value to a reader
 * of x0 behind it.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cell
    li t0, 0x55
    sw t0, 0(s0)
    .macro still_zero line:vararg
    \line
    mv t1, x0
    add t2, x0, x0
    nop
    or t3, x0, t1
    or t3, t3, t2
    expect t3, 0
    .endm
    still_zero addi x0, t0, 1
    still_zero add x0, t0, t0
    still_zero lui x0, 0x12345
    still_zero auipc x0, 1
    still_zero lw x0, 0(s0)
    still_zero lb x0, 0(s0)
    still_zero mul x0, t0, t0
    still_zero div x0, t0, t0
    still_zero slt x0, x0, t0
    still_zero amoadd.w x0, t0, (s0)
    still_zero lr.w x0, (s0)
    still_zero sc.w x0, t0, (s0)
    still_zero sc.w x0, t0, (s0)
    still_zero csrr x0, mtvec
    still_zero csrrs x0, mscratch, t0
    still_zero jal x0, .+4
    auipc t4, 0
    still_zero jalr x0, 8(t4)
    test_end

    .data
    .balign 16
cell:
    .word 0, 0

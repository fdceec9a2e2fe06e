/* Every CSR number that names no CSR of this machine is an illegal instruction in M mode, and
 * every one that does is readable.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    /* s0 = the number in turn, s1 = 1 if reading it trapped, s2 = the next range. */
    lla t0, trapped
    csrw mtvec, t0
    li s0, 0
    li s1, 0
    lla s2, ranges
    .set number, 0
    .rept 4096
    .word 0x000029f3 | number << 20 /* csrr s3, number */
    jal t5, judge
    .set number, number + 1
    .endr
    test_end

judge:
    /* within the range at s2 it must not trap, outside it must */
    lhu t1, 0(s2)
    lhu t2, 2(s2)
    sltu t3, s0, t1
    bne s1, t3, 3f
    bltu s0, t2, 2f
    addi s2, s2, 4
2:
    addi s0, s0, 1
    li s1, 0
    jr t5
3:
    li t0, 190
    remu gp, s0, t0
    addi gp, gp, 1
    j test_fail

    .balign 4
trapped:
    li s1, 1
    csrr t0, mcause
    li gp, 195
    addi t0, t0, -CAUSE_ILLEGAL
    bnez t0, test_fail
    csrr t0, mepc
    addi t0, t0, 4
    csrw mepc, t0
    mret

    .data
    .balign 4
ranges: /* first and last number of each run of CSRs, in order */
    .half 0x100, 0x100, 0x104, 0x106, 0x10a, 0x10a, 0x140, 0x144, 0x14d, 0x14d, 0x15d, 0x15d
    .half 0x180, 0x180, 0x300, 0x306, 0x30a, 0x30a, 0x310, 0x310, 0x31a, 0x31a, 0x320, 0x320
    .half 0x323, 0x33f, 0x340, 0x344, CSR_UPMAR, CSR_GTBL, 0xb00, 0xb00, 0xb02, 0xb1f
    .half 0xb80, 0xb80, 0xb82, 0xb9f, 0xc00, 0xc1f, 0xc80, 0xc9f, 0xf11, 0xf15
    .half 0x1000, 0x1000

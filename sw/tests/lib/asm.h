/* Macros of the assembly tests. A test is `test_begin`, checks, `test_end`. gp holds the number
 * of the check in progress, which is also the exit code when it fails; an unexpected trap exits
 * with 199. Registers t6 (wanted value) and gp belong to the macros.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_LIB_ASM_H
#define TESTS_LIB_ASM_H

#define EXIT_TRAP 199

.macro test_begin
    .section .text.init, "ax", @progbits
    .globl _start
_start:
    la t0, test_trap
    csrw mtvec, t0
    .set check, 0
.endm

.macro test_end
    li gp, FINISH_PASS
    j test_exit
    .balign 4
test_trap:
    li gp, EXIT_TRAP
test_fail:
    slli gp, gp, 16
    li t6, FINISH_FAIL
    or gp, gp, t6
test_exit:
    li t6, FINISHER
1:
    sw gp, 0(t6)
    j 1b
.endm

/* The branch out is a jump so that tests longer than 4 KiB assemble. */
.macro want reg
    beq \reg, t6, 9f
    j test_fail
9:
.endm

.macro next_check
    .set check, check + 1
    li gp, check
.endm

/* check that reg holds value */
.macro expect reg, value
    next_check
    li t6, \value
    want \reg
.endm

.macro nops count
    .rept \count
    nop
    .endr
.endm

/* One pair of operands of a register-register instruction: three separate registers, rd = rs1,
 * rd = rs2, then each operand produced 0 to 3 instructions before its use. The result is used by
 * the very next instruction in the first three. */
.macro rr op, value, a, b
    next_check
    li t6, \value
    li t0, \a
    li t1, \b
    \op t2, t0, t1
    want t2
    mv t2, t0
    \op t2, t2, t1
    want t2
    mv t2, t1
    \op t2, t0, t2
    want t2
    .irp gap, 0, 1, 2, 3
    mv t3, t0
    nops \gap
    \op t2, t3, t1
    want t2
    mv t4, t1
    nops \gap
    \op t2, t0, t4
    nops \gap
    want t2
    .endr
.endm

/* rs1 = rs2, and rd = rs1 = rs2 */
.macro rr_same op, value, a
    next_check
    li t6, \value
    li t0, \a
    \op t2, t0, t0
    want t2
    \op t0, t0, t0
    want t0
.endm

/* x0 as a destination stays zero, also for the instruction right behind */
.macro rr_to_x0 op, a, b
    next_check
    li t0, \a
    li t1, \b
    li t6, 0
    \op x0, t0, t1
    mv t2, x0
    want t2
    \op x0, t0, t1
    nop
    want x0
.endm

.macro ri op, value, a, imm
    next_check
    li t6, \value
    li t0, \a
    \op t2, t0, \imm
    want t2
    mv t2, t0
    \op t2, t2, \imm
    want t2
    .irp gap, 0, 1, 2, 3
    mv t3, t0
    nops \gap
    \op t2, t3, \imm
    nops \gap
    want t2
    .endr
.endm

.macro ri_to_x0 op, a, imm
    next_check
    li t0, \a
    li t6, 0
    \op x0, t0, \imm
    mv t2, x0
    want t2
.endm

/* A branch with these operands that must be taken: forward over a trap for the unwary, then
 * backward, with the operands 0 to 2 instructions old. */
.macro br_taken op, a, b
    next_check
    li t0, \a
    li t1, \b
    .irp gap, 0, 1, 2
    mv t2, t0
    nops \gap
    \op t2, t1, 1f
    j test_fail
    j test_fail
1:
    mv t3, t1
    nops \gap
    \op t0, t3, 1f
    j test_fail
1:
    j 2f
    j test_fail
1:
    j 3f
    j test_fail
2:
    mv t3, t1
    nops \gap
    \op t0, t3, 1b
    j test_fail
3:
    .endr
.endm

.macro br_not_taken op, a, b
    next_check
    li t0, \a
    li t1, \b
    .irp gap, 0, 1, 2
    j 2f
1:
    j test_fail
2:
    mv t2, t0
    nops \gap
    \op t2, t1, 1b
    mv t3, t1
    nops \gap
    \op t0, t3, 1b
    \op t0, t1, 1f
    j 2f
1:
    j test_fail
2:
    .endr
.endm

/* A load that must give value: plain, with a base made 0 to 2 instructions before, and with the
 * value used 0 to 3 instructions after. */
.macro ld op, value, offset, base
    next_check
    li t6, \value
    la t0, \base
    \op t2, \offset(t0)
    want t2
    .irp gap, 0, 1, 2, 3
    mv t3, t0
    nops \gap
    \op t2, \offset(t3)
    nops \gap
    mv t4, t2
    want t4
    \op t2, \offset(t0)
    nops \gap
    want t2
    .endr
    mv t1, t0
    \op t1, \offset(t1)
    want t1
.endm

/* An AMO on a cell: the old value to rd and the new one to memory; with rd = rs2, rd = x0 and the
 * three ordering forms. a = the old content, b = rs2. Uses the test's own word `cell`. */
.macro amo op, new, a, b
    .irp order, , .aq, .rl, .aqrl
    next_check
    la t0, cell
    li t1, \b
    li t2, \a
    sw t2, 0(t0)
    \op\order t3, t1, (t0)
    li t6, \a
    want t3
    lw t4, 0(t0)
    li t6, \new
    want t4
    .endr
    next_check
    sw t2, 0(t0)
    mv t5, t1
    \op t5, t5, (t0)
    li t6, \a
    want t5
    lw t4, 0(t0)
    li t6, \new
    want t4
    sw t2, 0(t0)
    \op x0, t1, (t0)
    lw t4, 0(t0)
    want t4
    li t6, 0
    mv t4, x0
    want t4
    /* address register overwritten by the result, which is used at once */
    sw t2, 0(t0)
    mv t5, t0
    \op t5, t1, (t5)
    addi t5, t5, 1
    li t6, \a + 1
    want t5
.endm

#endif

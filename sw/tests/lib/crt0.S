/* Start-up of the C tests, the trap catchers of M and S, and the way into a snippet and back.
 * A snippet is run by rt_go and ends with its first trap, whatever it is: the catcher notes it in
 * rt_out and returns from rt_go. t0 to t2 do not survive the catch; a0 to a2 are noted.
 * SPDX-License-Identifier: ISC */
#include "../../common/csr.h"
#include "rt_offsets.h"

    .section .text.init, "ax", @progbits
    .globl _start
_start:
    /* With a PMP, S and U may touch nothing until it is opened; without one the writes trap. */
    lla t0, 1f
    csrw mtvec, t0
    li t0, -1
    csrw pmpaddr0, t0
    li t0, 0x1f /* NAPOT, R W X */
    csrw pmpcfg0, t0
    .balign 4
1:
    lla t0, rt_trap_m
    csrw mtvec, t0
    lla t0, rt_trap_s
    csrw stvec, t0
    csrw mstatus, x0
    csrw mie, x0
    csrw satp, x0
    csrw medeleg, x0
    csrw mideleg, x0
    la sp, stack_end
    call rt_init
    call main
    call rt_pass

    .text
/* void rt_go(const struct rt_run *) */
    .globl rt_go
rt_go:
    addi sp, sp, -64
    .set slot, 0
    .irp reg, ra, gp, tp, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11
    sw \reg, slot(sp)
    .set slot, slot + 4
    .endr
    lla t0, rt_sp
    sw sp, 0(t0)
    lw t0, RUN_STATUS(a0)
    csrw mstatus, t0
    lw t0, RUN_PC(a0)
    csrw mepc, t0
    lw a1, RUN_A1(a0)
    lw a2, RUN_A2(a0)
    lw a0, RUN_A0(a0)
    mret

    .balign 4
    .globl rt_trap_m
rt_trap_m:
    /* MPRV must not apply to the catcher's own loads and stores */
    li t0, MSTATUS_MPRV
    csrrc t0, mstatus, t0
    lla t1, rt_out
    lw t2, OUT_BY(t1)
    bnez t2, 1f /* the S catcher has noted the trap and comes back this way */
    sw t0, OUT_STATUS(t1)
    sw a0, OUT_A0(t1)
    sw a1, OUT_A1(t1)
    sw a2, OUT_A2(t1)
    csrr t0, mcause
    sw t0, OUT_CAUSE(t1)
    csrr t0, mepc
    sw t0, OUT_EPC(t1)
    csrr t0, mtval
    sw t0, OUT_TVAL(t1)
    li t0, 3
    sw t0, OUT_BY(t1)
1:
    lla t1, rt_sp
    lw sp, 0(t1)
    beqz sp, 2f
    sw x0, 0(t1)
    .set slot, 0
    .irp reg, ra, gp, tp, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11
    lw \reg, slot(sp)
    .set slot, slot + 4
    .endr
    addi sp, sp, 64
    ret
2:
    la sp, stack_end
    j rt_unexpected

/* The S catcher hands over to M by ecall; where that is delegated it comes in here again and
 * leaves by an illegal instruction. */
    .balign 4
    .globl rt_trap_s
rt_trap_s:
    lla t1, rt_out
    lw t2, OUT_BY(t1)
    bnez t2, 1f
    csrr t0, sstatus
    sw t0, OUT_STATUS(t1)
    sw a0, OUT_A0(t1)
    sw a1, OUT_A1(t1)
    sw a2, OUT_A2(t1)
    csrr t0, scause
    sw t0, OUT_CAUSE(t1)
    csrr t0, sepc
    sw t0, OUT_EPC(t1)
    csrr t0, stval
    sw t0, OUT_TVAL(t1)
    li t0, 1
    sw t0, OUT_BY(t1)
    ecall
1:
    csrr t0, mcause

/* The access snippets: the access is the first instruction, a0 its address, a1 its datum. */
    .macro snippet name, code:vararg
    .globl \name
\name:
    \code
    ecall
    .endm
    .section .snippets, "ax", @progbits
    .balign 4
    snippet do_nothing, nop
    snippet do_ecall, ecall
    snippet do_jump, jr a0
    snippet do_lw, lw a0, 0(a0)
    snippet do_lh, lh a0, 0(a0)
    snippet do_lhu, lhu a0, 0(a0)
    snippet do_lb, lb a0, 0(a0)
    snippet do_lbu, lbu a0, 0(a0)
    snippet do_sw, sw a1, 0(a0)
    snippet do_sh, sh a1, 0(a0)
    snippet do_sb, sb a1, 0(a0)
    snippet do_amo, amoadd.w a0, a1, (a0)
    snippet do_lr, lr.w a0, (a0)
    snippet do_sc, sc.w a0, a1, (a0)

    .bss
    .balign 4
    .globl rt_out, rt_sp
rt_sp:
    .space 4
rt_out:
    .space OUT_SIZE

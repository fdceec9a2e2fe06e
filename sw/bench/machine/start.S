/* Entry in M mode, the way into U mode and back, and CSRs that a machine may
 * not have. What runs in U mode comes back by ecall, or by any other trap.
 * SPDX-License-Identifier: ISC */
#include "csr.h"

    .section .text.start, "ax"
    .globl _start
_start:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, stack
    la t0, bss
    la t1, bss_end
1:  bgeu t0, t1, 2f
    sw zero, 0(t0)
    addi t0, t0, 4
    j 1b
2:  la t0, trap
    csrw mtvec, t0
    csrw mie, zero
    call supervise
    /* a0: what the test finisher is told */
    li t0, 0x100000
    sw a0, 0(t0)
1:  j 1b

/* uint32_t run_user(void (*entry)(void)): runs entry in U mode on the program's
 * own stack until it traps, and returns the cause. */
    .globl run_user
run_user:
    addi sp, sp, -64
    sw ra, 0(sp)
    sw s0, 4(sp)
    sw s1, 8(sp)
    sw s2, 12(sp)
    sw s3, 16(sp)
    sw s4, 20(sp)
    sw s5, 24(sp)
    sw s6, 28(sp)
    sw s7, 32(sp)
    sw s8, 36(sp)
    sw s9, 40(sp)
    sw s10, 44(sp)
    sw s11, 48(sp)
    csrw mscratch, sp
    csrw mepc, a0
    li t0, MSTATUS_MPP
    csrc mstatus, t0
    la sp, user_stack
    mret

    .align 2
trap:
    csrr sp, mscratch
    csrr a0, mcause
    lw ra, 0(sp)
    lw s0, 4(sp)
    lw s1, 8(sp)
    lw s2, 12(sp)
    lw s3, 16(sp)
    lw s4, 20(sp)
    lw s5, 24(sp)
    lw s6, 28(sp)
    lw s7, 32(sp)
    lw s8, 36(sp)
    lw s9, 40(sp)
    lw s10, 44(sp)
    lw s11, 48(sp)
    addi sp, sp, 64
    ret

/* int set_upmar(uint32_t value): 0 if this machine has no Xgate. */
    .globl set_upmar
set_upmar:
    la t0, 1f
    csrrw t0, mtvec, t0
    mv t1, a0
    li a0, 0
    csrw CSR_UPMAR, t1
    li a0, 1
    .align 2
1:  csrw mtvec, t0
    ret

/* Opens all memory to S and U where physical memory protection exists. */
    .globl open_memory
open_memory:
    la t0, 1f
    csrrw t0, mtvec, t0
    li t1, -1
    csrw pmpaddr0, t1
    li t1, 0x1F
    csrw pmpcfg0, t1
    .align 2
1:  csrw mtvec, t0
    ret

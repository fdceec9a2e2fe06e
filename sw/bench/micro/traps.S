/* The ways into the kernel by exception, and the ways back.
 * SPDX-License-Identifier: ISC */
#include "alias.h"
#include "csr.h"
#include "marks.h"

    .text
    .globl user_traps
user_traps:
    li a7, ROUNDS
    li a0, UNMAPPED
1:
    mark ECALL
    ecall
    nop

    mark PAGE_FAULT
    lw t1, 0(a0)
    nop

    mark PAGE_FAULT_ALL
    lw t1, 0(a0)
    nop

    mark ILLEGAL
    unimp
    nop

    addi a7, a7, -1
    bnez a7, 1b
    ret

/* In S mode: passes over the instruction that trapped. */
    .globl kernel_trap
    .align 2
kernel_trap:
    csrr t0, sepc
    addi t0, t0, 4
    csrw sepc, t0
    mark SRET
    sret

/* In M mode: back to M mode by mret. */
    .section .text.machine, "ax"
    .globl machine_mret
machine_mret:
    li a7, ROUNDS
    la t0, 2f
    li t1, MSTATUS_MPP
1:  csrs mstatus, t1
    csrw mepc, t0
    nop
    mark MRET
    mret
    nop
2:  addi a7, a7, -1
    bnez a7, 1b
    ret

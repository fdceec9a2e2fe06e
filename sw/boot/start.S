/* From reset to the kernel: machine mode sets up what only it can (delegation,
 * counters, the supervisor's timer), then leaves for S mode and is never
 * needed again. A trap into M after that is a broken machine: m_trap says so.
 * SPDX-License-Identifier: ISC */
#include "csr.h"

    .section .text.start, "ax"
    .globl _start
_start:
    la      sp, m_stack_top
    csrw    mie, zero
    /* Boards with physical memory protection need one region open for all;
       this machine has none, and the writes trap past themselves. */
    la      t0, 1f
    csrw    mtvec, t0
    li      t0, -1
open_pmp:
    csrw    pmpaddr0, t0
    li      t0, 0x1F                    /* NAPOT, RWX */
    csrw    pmpcfg0, t0
    .balign 4
1:  la      t0, m_entry
    csrw    mtvec, t0

    /* Everything that a module can do wrong, and all S interrupts, to S. */
    li      t0, 0x0100B3FF
    csrw    medeleg, t0
    li      t0, 0x222
    csrw    mideleg, t0
    li      t0, -1
    csrw    mcounteren, t0              /* counters readable in S */
    li      t0, MENVCFGH_STCE           /* stimecmp works */
    csrs    CSR_MENVCFGH, t0

    li      t0, MSTATUS_MPP | MSTATUS_MPRV | MSTATUS_TVM | MSTATUS_TW | MSTATUS_TSR
    csrc    mstatus, t0
    li      t0, MSTATUS_MPP_S
    csrs    mstatus, t0
    la      t0, s_entry
    csrw    mepc, t0
    csrw    satp, zero
    mret

s_entry:
    la      t0, bss_start
    la      t1, bss_end
2:  sw      zero, 0(t0)                 /* 16 bytes at a time: kernel.ld sees to it */
    sw      zero, 4(t0)
    sw      zero, 8(t0)
    sw      zero, 12(t0)
    addi    t0, t0, 16
    bltu    t0, t1, 2b
    la      sp, cpu                     /* the kernel stack ends there */
    call    kmain
3:  j       3b

    .balign 4
m_entry:
    la      sp, m_stack_top
    csrr    a0, mcause
    csrr    a1, mepc
    csrr    a2, mtval
    call    m_trap
4:  j       4b

    .section .noinit, "aw", @nobits
    .balign 16
    .space  512
m_stack_top:

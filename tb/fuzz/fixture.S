/* The fixed part of every random program, in M mode: reset, a trap handler that
 * survives whatever the random code has done to the registers, and a dispatcher
 * that starts random code in a random context. Uses only what layout.h names;
 * its choices come from a random number of its own (xorshift), so that a program
 * is the same whenever its image is.
 * SPDX-License-Identifier: ISC */
#include "../../sw/common/csr.h"
#include "layout.h"

#define CLINT_MSIP_PAGE 0x02000
#define CLINT_MTIMECMP_PAGE 0x02004
#define CLINT_MTIME_NEXT_PAGE 0x0200C /* mtime is at -8 from it */
#define PLIC_PAGE 0x0C000
#define PLIC_ENABLE_PAGE 0x0C002
#define PLIC_M_PAGE 0x0C200
#define PLIC_S_PAGE 0x0C201
#define UART_PAGE 0x10000
#define UART_IER 1
#define UART_SOURCE 10

    .option norelax
    .text
    .globl _start
_start:
    j reset

/* mtvec: direct, or vectored with this table */
    .balign 64
vectors:
    .rept 16
    j trap
    .endr

reset:
    lui x31, FUZZ_STATE >> 12
    lw x1, STATE_MTVEC(x31)
    csrw mtvec, x1
    /* the UART's interrupt in the PLIC: priority 1, threshold 0 */
    lui x2, PLIC_PAGE
    li x1, 1
    sw x1, UART_SOURCE * 4(x2)
    lui x2, PLIC_ENABLE_PAGE
    lw x1, STATE_PLIC_M(x31)
    sw x1, 0(x2)
    lw x1, STATE_PLIC_S(x31)
    sw x1, 0x80(x2)
    .irp n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27
    lw x\n, STATE_REGS + \n * 4(x31)
    .endr
    lw x30, STATE_SEED(x31)
    j dispatch

/* x31 is state, x30 the next random number, x28 and x29 free */
trap:
    csrw mscratch, x31
    lui x31, FUZZ_STATE >> 12
    sw x28, STATE_SAVE + 0(x31)
    sw x29, STATE_SAVE + 4(x31)
    sw x30, STATE_SAVE + 8(x31)
    lw x30, STATE_SEED(x31)
    slli x29, x30, 13
    xor x30, x30, x29
    srli x29, x30, 17
    xor x30, x30, x29
    slli x29, x30, 5
    xor x30, x30, x29
    sw x30, STATE_SEED(x31)
    csrr x29, mcause
    bltz x29, interrupt

    lw x28, STATE_DISPATCH_MASK(x31)
    and x28, x28, x30
    beqz x28, dispatch
    /* calls for the dispatcher are mostly heard */
    addi x28, x29, -CAUSE_ECALL_U
    sltiu x28, x28, 4
    beqz x28, 1f
    slli x28, x30, 27
    bgez x28, dispatch
    slli x28, x30, 28
    bgez x28, dispatch
1:  /* skip what trapped; where nothing could be fetched, skipping leads nowhere */
    li x28, CAUSE_FETCH_ACCESS
    beq x29, x28, dispatch
    li x28, CAUSE_FETCH_PAGE
    beq x29, x28, dispatch
    csrr x29, mepc
    addi x29, x29, 4
    csrw mepc, x29
restore:
    lw x28, STATE_SAVE + 0(x31)
    lw x29, STATE_SAVE + 4(x31)
    lw x30, STATE_SAVE + 8(x31)
    csrr x31, mscratch
    mret

/* Quiets what interrupted. */
interrupt:
    andi x29, x29, 15
    li x28, 7
    beq x29, x28, machine_timer
    li x28, 3
    beq x29, x28, machine_software
    li x28, 11
    beq x29, x28, machine_external
    li x28, 1
    beq x29, x28, supervisor_software
    li x28, 5
    beq x29, x28, supervisor_timer
supervisor_external:
    li x28, 0x200
    csrc mip, x28
    lui x29, PLIC_S_PAGE
    lw x28, 4(x29)
    sw x28, 4(x29)
    lui x29, UART_PAGE
    sb x0, UART_IER(x29)
    j interrupted
machine_external:
    lui x29, PLIC_M_PAGE
    lw x28, 4(x29)
    sw x28, 4(x29)
    lui x29, UART_PAGE
    sb x0, UART_IER(x29)
    j interrupted
machine_timer:
    lw x29, STATE_TIMER_MASK(x31)
    and x29, x29, x30
    lui x28, CLINT_MTIME_NEXT_PAGE
    lw x28, -8(x28)
    add x28, x28, x29
    lui x29, CLINT_MTIMECMP_PAGE
    sw x28, 0(x29)
    j interrupted
machine_software:
    lui x28, CLINT_MSIP_PAGE
    sw x0, 0(x28)
    j interrupted
supervisor_software:
    csrci mip, 2
    j interrupted
supervisor_timer:
    li x28, -1
    csrw CSR_STIMECMP, x28
    csrw CSR_STIMECMPH, x28
    li x28, 0x20
    csrc mip, x28
interrupted:
    lw x28, STATE_IRQ_MASK(x31)
    and x28, x28, x30
    bnez x28, restore
    j dispatch

    .org FUZZ_DISPATCH - FUZZ_FIXTURE
dispatch:
    srli x29, x30, 22
    andi x28, x29, 1
    bnez x28, context
    /* change a word of a map, of a gate table or of code, and fence */
    srli x29, x30, 8
    andi x29, x29, MAP_OP_COUNT - 1
    slli x29, x29, 5
    lui x28, FUZZ_MAP_OPS >> 12
    add x29, x29, x28
    lw x28, MAP_OP_ADDRESS(x29)
    lw x31, MAP_OP_VALUE(x29)
    sw x31, 0(x28)
    lw x28, MAP_OP_FENCE(x29)
    lw x31, MAP_OP_VA(x29)
    lw x29, MAP_OP_ASID(x29)
    beqz x28, context
    addi x28, x28, -1
    beqz x28, fence_all
    addi x28, x28, -1
    beqz x28, fence_va
    addi x28, x28, -1
    beqz x28, fence_asid
    sfence.vma x31, x29
    j context
fence_all:
    sfence.vma
    j context
fence_va:
    sfence.vma x31, x0
    j context
fence_asid:
    sfence.vma x0, x29

context:
    srli x29, x30, 16
    andi x29, x29, CONTEXT_COUNT - 1
    slli x29, x29, 6
    lui x31, FUZZ_CONTEXTS >> 12
    add x31, x31, x29
    lw x28, CONTEXT_MEPC(x31)
    lw x29, CONTEXT_SATP(x31)
    csrw mepc, x28
    csrw satp, x29
    lw x28, CONTEXT_UPMAR(x31)
    lw x29, CONTEXT_GTBL(x31)
    csrw CSR_UPMAR, x28
    csrw CSR_GTBL, x29
    lw x28, CONTEXT_MEDELEG(x31)
    lw x29, CONTEXT_MIDELEG(x31)
    csrw medeleg, x28
    csrw mideleg, x29
    lw x28, CONTEXT_MIE(x31)
    lw x29, CONTEXT_STVEC(x31)
    csrw mie, x28
    csrw stvec, x29
    lw x28, CONTEXT_MCOUNTEREN(x31)
    lw x29, CONTEXT_SCOUNTEREN(x31)
    csrw mcounteren, x28
    csrw scounteren, x29
    lw x28, CONTEXT_MENVCFGH(x31)
    csrw CSR_MENVCFGH, x28
    lw x28, CONTEXT_MIP(x31)
    csrw mip, x28
    /* the UART interrupts when it has sent: some time after the second character */
    lui x29, UART_PAGE
    lw x28, CONTEXT_UART_IER(x31)
    beqz x28, 1f
    sb x28, 0(x29)
    sb x28, 0(x29)
1:  sb x28, UART_IER(x29)
    /* timers */
    lui x29, CLINT_MTIME_NEXT_PAGE
    lw x29, -8(x29)
    lw x28, CONTEXT_STIMECMP(x31)
    beqz x28, 1f
    add x28, x28, x29
    csrw CSR_STIMECMP, x28
    csrw CSR_STIMECMPH, x0
1:  lw x28, CONTEXT_TIMER(x31)
    add x29, x29, x28
    lui x28, CLINT_MTIMECMP_PAGE
    sw x0, 4(x28)
    sw x29, 0(x28)
    /* last: with MPRV in it, loads are no longer the fixture's */
    lui x29, FUZZ_STATE >> 12
    lw x28, STATE_REGS + 28 * 4(x29)
    lw x30, CONTEXT_MSTATUS(x31)
    lw x31, STATE_REGS + 31 * 4(x29)
    lw x29, STATE_REGS + 29 * 4(x29)
    csrw mstatus, x30
    mret

/* Reset leaves the same state whatever it finds: CSRs as after power-on, no reservation, and nothing in the TLBs.
 * Machine: RTL
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define MAPPED 0x18000000
#define LEAF (PTE_V | PTE_R | PTE_W | PTE_A | PTE_D)
#define MODE_M_BITS (MSTATUS_MPRV | MSTATUS_MPP_S)

    .section .text.init, "ax", @progbits
    .globl _start
_start:
    /* Before anything is written: what does each CSR hold? */
    .set check, 0
    .irp number, 0x300, 0x302, 0x303, 0x304, 0x305, 0x306, 0x30a, 0x31a, 0x320, 0x340, 0x341, 0x342, 0x343, 0x344, \
        0x105, 0x106, 0x10a, 0x140, 0x141, 0x142, 0x143, 0x180, CSR_UPMAR, CSR_GTBL
    next_check
    csrr t1, \number
    bnez t1, 1f
    .endr
    next_check
    csrr t1, CSR_STIMECMP
    csrr t2, CSR_STIMECMPH
    and t1, t1, t2
    li t6, -1
    bne t1, t6, 1f
    next_check
    lla a4, cell
    sc.w t1, x0, (a4)
    beqz t1, 1f
    .irp number, 0xb03, 0xb04, 0xb05, 0xb06, 0xb07, 0xb08, 0xb83, 0xb84, 0xb88, 0xb8c, 0xb80, 0xb82
    next_check
    csrr t1, \number
    bnez t1, 1f
    .endr
    lla t0, test_trap
    csrw mtvec, t0
    /* and again, now that one has been written */
    .irp number, 0x340, 0x140, 0x105, 0x180, CSR_UPMAR, CSR_GTBL, 0x302, 0x341, 0x342, 0x343
    next_check
    csrr t1, \number
    bnez t1, 1f
    .endr
    lla s0, round
    lw s1, 0(s0)
    addi t1, s1, 1
    sw t1, 0(s0)
    /* A map with one page, whose frame is another in each round; no fence. */
    lla t0, root
    lla t1, leaves
    srli t2, t1, 12
    slli t2, t2, 10
    ori t2, t2, PTE_V
    li t3, MAPPED >> 22 << 2
    add t3, t3, t0
    sw t2, 0(t3)
    lla t2, frames
    slli t3, s1, 12
    add t2, t2, t3
    srli t3, t2, 12
    slli t3, t3, 10
    ori t3, t3, LEAF
    sw t3, 0(t1)
    srli t0, t0, 12
    li t1, SATP_MODE
    or t0, t0, t1
    csrw satp, t0
    li t1, MODE_M_BITS
    csrw mstatus, t1
    li t3, MAPPED
    lw t3, 0(t3)
    csrw mstatus, x0
    next_check
    lw t2, 0(t2)
    bne t2, t3, 1f
    li t1, 3
    beq s1, t1, 2f
    /* All bits of all that software can write. */
    li t0, -1
    .irp number, 0x302, 0x303, 0x305, 0x306, 0x30a, 0x31a, 0x320, 0x340, 0x341, 0x342, 0x343, 0x105, 0x106, 0x10a, \
        0x140, 0x141, 0x142, 0x143, 0x180, CSR_UPMAR, CSR_GTBL, 0xb00, 0xb80, 0xb02, 0xb82, 0xb03, 0xb04, 0xb05, \
        0xb06, 0xb07, 0xb08, 0xb83, 0xb84, 0xb88, 0xb8c
    csrw \number, t0
    .endr
    csrw 0x31a, x0 /* mip.STIP is software's */
    csrw mip, t0
    csrw 0x31a, t0
    csrw CSR_STIMECMP, x0
    csrw CSR_STIMECMPH, x0
    li t1, 0x222 /* M takes none of these */
    csrw mie, t1
    csrw mstatus, t0
    beqz s1, 3f
    csrci mstatus, 8
    csrw mie, t0
3:
    fence.i /* DRAM gets what the data cache holds */
    lr.w t1, (a4)
    li t0, FINISHER
    li t1, 0x7777
    sw t1, 0(t0)
    j .
1:
    j test_fail
2:
    test_end

    .data
    .balign 4
round:
    .word 0
cell:
    .word 0
    .balign 4096
root:
    .fill 1024, 4, 0
leaves:
    .fill 1024, 4, 0
frames:
    .set mark, 1
    .rept 4
    .word mark
    .fill 1023, 4, 0
    .set mark, mark + 1
    .endr

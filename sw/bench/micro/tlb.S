/* Translation: hits in the first level, in the second, and walks. All pages of
 * ALIAS_DATA are one frame, and all of ALIAS_CODE another, each page used at an
 * offset of its own, so that nothing but the translation can miss.
 * SPDX-License-Identifier: ISC */
#include "alias.h"
#include "csr.h"
#include "marks.h"

/* Loads from `count` pages, one after the other. */
.macro load_pages count
    .rept \count
    lw t0, 0(t1)
    add t1, t1, t2
    .endr
.endm

    .text
    .globl user_tlb
user_tlb:
    mv a6, ra
    li a0, ALIAS_DATA
    li t2, ALIAS_DATA_STEP

    li a7, ROUNDS
1:  mv t1, a0
    nop
    mark TLB_HIT
    load_pages 4
    addi a7, a7, -1
    bnez a7, 1b

    li a7, ROUNDS
1:  mv t1, a0
    nop
    mark TLB_L2_HIT
    load_pages 32
    addi a7, a7, -1
    bnez a7, 1b

    li a7, ROUNDS
1:  mv t1, a0
    nop
    mark TLB_SWEEP
    load_pages ALIAS_PAGES
    addi a7, a7, -1
    bnez a7, 1b

    li a7, ROUNDS
    li a0, ALIAS_CODE + ALIAS_CODE_OFFSET + (ALIAS_PAGES - 16) * ALIAS_CODE_STEP
1:  mark TLB_FETCH_L2
    jalr a0
    addi a7, a7, -1
    bnez a7, 1b

    li a7, ROUNDS
    li a0, ALIAS_CODE + ALIAS_CODE_OFFSET
1:  mark TLB_FETCH_WALK
    jalr a0
    addi a7, a7, -1
    bnez a7, 1b
    jr a6

/* machine_tlb(const uint32_t *page, const uint32_t *root_entry,
 *             const uint32_t *leaf_entry, const uint32_t *frame), in M mode:
 * the load is translated as U's by MPRV, the fetches around it are not, and all
 * that the walk reads has just been read. */
    .section .text.machine, "ax"
    .globl machine_tlb
machine_tlb:
    li a7, ROUNDS
    li t2, MSTATUS_MPP
    csrc mstatus, t2
    li t2, MSTATUS_MPRV
1:  mark SFENCE
    sfence.vma
    nop
    lw t0, 0(a1)
    lw t0, 0(a2)
    lw t0, 0(a3)
    csrs mstatus, t2
    nop
    nop
    mark TLB_WALK
    lw t0, 0(a0)
    nop
    csrc mstatus, t2
    addi a7, a7, -1
    bnez a7, 1b
    ret

/* What an instruction waits for when it needs the result of the one before.
 * SPDX-License-Identifier: ISC */
#include "marks.h"

    .text
    .globl user_pipeline
user_pipeline:
    li a7, ROUNDS
    la a0, cell
    li a1, 1
    li a2, 0x7FFFFFFF
    li a3, 3
    sw a0, 0(a0)              /* the cell points at itself */
1:
    mark LOAD_USE
    lw t0, 0(a0)
    addi t0, t0, 1

    mark LOAD_BRANCH
    lw t0, 0(a0)
    beqz t0, 2f
    nop

    mark LOAD_ADDRESS
    lw t0, 0(a0)
    lw t0, 0(t0)

    mark LOAD_MUL
    lw t0, 0(a0)
    mul t0, t0, a3

    mark STORE_LOAD
    sw a0, 0(a0)
    lw t0, 0(a0)

    mark MUL_USE
    mul t0, a2, a3
    addi t0, t0, 1

    mark MUL_ADDRESS
    mul t0, a0, a1
    lw t0, 0(t0)

    mark LATE_ADDRESS         /* the addition waits for the load, and the address for it */
    lw t0, 0(a0)
    addi t0, t0, 0
    lw t0, 0(t0)

    mark DIV_LONG
    div t0, a2, a3
    nop

    mark DIV_SHORT
    div t0, a3, a1
    nop

    mark AMO
    amoswap.w t0, a0, (a0)
    addi t0, t0, 1

    mark LR_SC
    lr.w t0, (a0)
    sc.w t1, t0, (a0)
    addi t0, t0, 1

    mark CSR_READ
    csrr t0, cycle
    addi t0, t0, 1

    addi a7, a7, -1
    bnez a7, 1b
2:  ret

    .bss
    .globl cell
    .align 5
cell:
    .space 32

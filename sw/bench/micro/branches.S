/* Jumps and branches, guessed rightly and wrongly. A loop of 40 is longer than
 * any history of the predictor, so its end is always a surprise.
 * SPDX-License-Identifier: ISC */
#include "marks.h"

#define LONG 40

    .text
    .globl user_branches
user_branches:
    mv a6, ra
    li a7, ROUNDS
    la a0, cell
round:
    mark JUMP
    j 1f
    nop
1:  nop

    mark CALL_RETURN
    call leaf
    nop

    li t0, 8
    mark LOOP
1:  addi t0, t0, -1
    bnez t0, 1b

    li t0, LONG
1:  addi t0, t0, -1
    nop
    nop
    mark MISS_NOT_TAKEN
    bnez t0, 1b
    nop

    li t0, LONG
1:  addi t0, t0, -1
    nop
    nop
    mark MISS_TAKEN
    beqz t0, 2f
    j 1b
2:  nop

    li t0, LONG
1:  addi t0, t0, -1
    sw t0, 0(a0)
    nop
    nop
    mark MISS_LATE            /* the branch depends on the load before it */
    lw t1, 0(a0)
    bnez t1, 1b
    nop

    la t0, even
    andi t1, a7, 1
    beqz t1, 1f
    la t0, odd
1:  nop
    nop
    mark MISS_INDIRECT        /* another target than the last time */
    jr t0
even:
    nop
odd:
    nop

    addi a7, a7, -1
    bnez a7, round
    jr a6

leaf:
    ret

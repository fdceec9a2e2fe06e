/* Misses of the caches. Their ways are no larger than a page, so two pages meet
 * in them at equal offsets: this page of code and the data page, or this page
 * and the one of hops.
 * SPDX-License-Identifier: ISC */
#include "marks.h"

    .text
    .globl user_caches
user_caches:
    mv a6, ra
    li a7, ROUNDS
    la a0, cell
    la a1, user_text
    slli t0, a0, 20
    srli t0, t0, 20
    add a1, a1, t0            /* read as data: lies where the cell lies in its page */
    lw a2, icache_hop
1:
    lw t0, 0(a1)
    nop
    nop
    mark DCACHE_MISS
    lw t0, 0(a0)
    addi t0, t0, 1

    lw t0, 0(a1)
    nop
    nop
    mark DCACHE_STORE
    sw zero, 0(a0)
    nop

    mark FENCE_I
    fence.i
    nop
    nop

    mark ICACHE_MISS
    jalr a2                   /* to a ret in the line where this one returns to */
    .globl icache_victim
icache_victim:
    nop
    nop

    addi a7, a7, -1
    bnez a7, 1b
    jr a6

    .bss
    .globl icache_hop
    .align 2
icache_hop:
    .space 4

/* fence.i: instructions stored before it are fetched after it (unprivileged manual 3).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    .irp pass, 1, 2, 3
    /* the code has been executed in its old form, then is replaced */
    next_check
    la t0, patch
    li t1, 0x00000393 | (\pass << 20) /* addi t2, x0, pass */
    sw t1, 0(t0)
    fence.i
    li t6, \pass
    jal t5, routine
    want t2
    .endr
    /* the instruction right behind the fence */
    next_check
    la t0, 1f
    li t1, 0x00700393 /* addi t2, x0, 7 */
    li t2, 0
    sw t1, 0(t0)
    fence.i
1:
    addi t2, x0, 1
    li t6, 7
    want t2
    /* half-word and byte stores count as well */
    next_check
    la t0, patch
    li t1, 0x0050
    sh t1, 2(t0)
    fence.i
    jal t5, routine
    li t6, 5
    want t2
    next_check
    li t1, 0x60
    sb t1, 2(t0)
    fence.i
    jal t5, routine
    li t6, 6
    want t2
    j 9f
    .balign 64
routine:
    nop
patch:
    addi t2, x0, 0
    jr t5
9:
    test_end

/* jalr: target = rs1 + immediate, rd = the next address, also when rd is rs1 (unprivileged
 * manual 2.5.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    .irp gap, 0, 1, 2, 3
    next_check
    lla t6, 1f
    lla t0, 2f
    mv t1, t0
    nops \gap
    jalr t2, 0(t1)
1:
    j test_fail
2:
    nops \gap
    mv t3, t2
    want t3
    .endr
    /* rd = rs1: the target comes from the old value, the link from the pc */
    next_check
    lla t6, 1f
    lla t0, 2f
    jalr t0, 0(t0)
1:
    j test_fail
2:
    want t0
    /* the ends of the immediate */
    next_check
    lla t0, 2f
    addi t0, t0, -2044
    jalr t1, 2044(t0)
    j test_fail
2:
    next_check
    lla t0, 2f
    addi t0, t0, 2047
    addi t0, t0, 1
    jalr t1, -2048(t0)
    j test_fail
2:
    /* rd = x0, rs1 = x0 is not the link: a return and a call through ra and t0 */
    next_check
    li t2, 0
    call double_call
    addi t2, t2, 1
    expect t2, 4
    /* the target loaded from memory just before */
    .irp gap, 0, 1, 2
    next_check
    lla t0, 2f
    la t1, slot
    sw t0, 0(t1)
    lw t3, 0(t1)
    nops \gap
    jalr x0, 0(t3)
    j test_fail
2:
    .endr
    j 9f
double_call:
    mv t5, ra
    addi t2, t2, 1
    jal ra, single
    addi t2, t2, 1
    jr t5
single:
    addi t2, t2, 1
    ret
9:
    test_end

    .data
    .balign 4
slot:
    .word 0

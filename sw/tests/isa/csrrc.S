/* csrrc: rd takes the old value, the register has the bits of rs1 cleared (unprivileged manual
 * 9.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    li t0, 0x00000000
    csrw mscratch, t0
    li t1, 0xffffffff
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0x00000000
    want t5
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    li t1, 0x00000000
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0xffffffff
    want t5
    next_check
    li t0, 0x12345678
    csrw mscratch, t0
    li t1, 0x0000ffff
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0x12340000
    want t5
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    li t1, 0x80000001
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0x7ffffffe
    want t5
    next_check
    li t0, 0x80000000
    csrw mscratch, t0
    li t1, 0x00000001
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0x80000000
    want t5
    next_check
    li t0, 0x55555555
    csrw mscratch, t0
    li t1, 0xaaaaaaaa
    csrrc t2, mscratch, t1
    mv t3, t2
    mv t6, t0
    want t3
    csrr t4, mscratch
    addi t5, t4, 0
    li t6, 0x55555555
    want t5
    /* rd = rs1 */
    next_check
    li t0, 0x0f0f1234
    csrw mscratch, t0
    li t1, 0x00ff00ff
    mv t2, t1
    csrrc t2, mscratch, t2
    mv t6, t0
    want t2
    csrr t3, mscratch
    expect t3, 0x0f001200
    /* rd = x0 */
    csrw mscratch, t0
    csrrc x0, mscratch, t1
    mv t2, x0
    expect t2, 0
    csrr t3, mscratch
    expect t3, 0x0f001200
    /* rs1 = x0 */
    csrw mscratch, t0
    csrrc t2, mscratch, x0
    mv t4, t2
    expect t4, 0x0f0f1234
    csrr t3, mscratch
    expect t3, 0x0f0f1234
    /* back to back, each seeing the one before */
    li t1, 1
    li t2, 2
    csrw mscratch, x0
    csrrc t3, mscratch, t1
    csrrc t4, mscratch, t2
    csrrc t5, mscratch, t1
    csrr t0, mscratch
    expect t3, 0
    expect t4, 0
    expect t5, 0
    expect t0, 0
    test_end

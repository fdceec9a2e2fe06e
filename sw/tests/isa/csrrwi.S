/* csrrwi: the five-bit immediate is zero-extended (unprivileged manual 9.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    li t0, 0x00000000
    csrw mscratch, t0
    csrrwi t2, mscratch, 0
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000000
    want t4
    next_check
    li t0, 0x00000000
    csrw mscratch, t0
    csrrwi t2, mscratch, 1
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000001
    want t4
    next_check
    li t0, 0x00000000
    csrw mscratch, t0
    csrrwi t2, mscratch, 16
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000010
    want t4
    next_check
    li t0, 0x00000000
    csrw mscratch, t0
    csrrwi t2, mscratch, 31
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x0000001f
    want t4
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    csrrwi t2, mscratch, 0
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000000
    want t4
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    csrrwi t2, mscratch, 1
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000001
    want t4
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    csrrwi t2, mscratch, 16
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000010
    want t4
    next_check
    li t0, 0xffffffff
    csrw mscratch, t0
    csrrwi t2, mscratch, 31
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x0000001f
    want t4
    next_check
    li t0, 0x12345678
    csrw mscratch, t0
    csrrwi t2, mscratch, 0
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000000
    want t4
    next_check
    li t0, 0x12345678
    csrw mscratch, t0
    csrrwi t2, mscratch, 1
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000001
    want t4
    next_check
    li t0, 0x12345678
    csrw mscratch, t0
    csrrwi t2, mscratch, 16
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x00000010
    want t4
    next_check
    li t0, 0x12345678
    csrw mscratch, t0
    csrrwi t2, mscratch, 31
    mv t6, t0
    want t2
    csrr t4, mscratch
    li t6, 0x0000001f
    want t4
    csrrwi x0, mscratch, 5
    mv t2, x0
    expect t2, 0
    test_end

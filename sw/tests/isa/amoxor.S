/* amoxor.w: rd takes the old word, memory takes the exclusive or (unprivileged manual 8.4).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    amo amoxor.w, 0x00000000, 0x00000000, 0x00000000
    amo amoxor.w, 0x7ffff800, 0x80000000, 0xfffff800
    amo amoxor.w, 0x80000001, 0x00000001, 0x80000000
    amo amoxor.w, 0x7ffffffe, 0x7fffffff, 0x00000001
    amo amoxor.w, 0xfffffffe, 0xffffffff, 0x00000001
    amo amoxor.w, 0xfffffffe, 0x00000001, 0xffffffff
    amo amoxor.w, 0xffffffff, 0x80000000, 0x7fffffff
    amo amoxor.w, 0xffffffff, 0x7fffffff, 0x80000000
    amo amoxor.w, 0xffffffff, 0xaaaaaaaa, 0x55555555
    amo amoxor.w, 0x00000000, 0x12345678, 0x12345678
    /* x0 as the operand; the words beside the cell are untouched */
    la t0, cell
    li t1, 0x8000000f
    sw t1, 0(t0)
    amoxor.w t2, x0, (t0)
    expect t2, 0x8000000f
    lw t2, 0(t0)
    expect t2, 0x8000000f
    lw t2, -4(t0)
    expect t2, 0x11111111
    lw t2, 4(t0)
    expect t2, 0x22222222
    test_end

    .data
    .balign 16
    .word 0x11111111
cell:
    .word 0
    .word 0x22222222

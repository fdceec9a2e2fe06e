/* Each of the 31 registers keeps its own value.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    li x1, 0x01010101
    .irp n, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    li x\n, 0x01010101 * \n
    .endr
    la x1, cell
    .irp n, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    sw x\n, 4 * \n(x1)
    .endr
    mv t0, x1
    .irp n, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    lw t1, 4 * \n(t0)
    expect t1, 0x01010101 * \n
    .endr
    next_check
    li x1, 0x01010101
    li t6, 0x01010101
    want x1
    test_end

    .data
    .balign 16
cell:
    .space 128

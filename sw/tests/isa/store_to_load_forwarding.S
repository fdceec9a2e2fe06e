/* A load behind stores to the same word sees them, whatever their sizes and distance.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cell
    .irp gap, 0, 1, 2, 3
    li t0, 0x11223344
    sw t0, 0(s0)
    nops \gap
    lb t1, 3(s0)
    expect t1, 0x11
    sw t0, 0(s0)
    nops \gap
    lhu t1, 2(s0)
    expect t1, 0x1122
    li t1, 0xaa
    sb t1, 1(s0)
    nops \gap
    lw t2, 0(s0)
    expect t2, 0x1122aa44
    li t1, 0xbbcc
    sh t1, 2(s0)
    nops \gap
    lw t2, 0(s0)
    expect t2, 0xbbccaa44
    /* two stores to the same byte: the younger one counts */
    li t1, 1
    li t2, 2
    sb t1, 0(s0)
    sb t2, 0(s0)
    nops \gap
    lw t3, 0(s0)
    expect t3, 0xbbccaa02
    /* a store of a word just loaded, elsewhere */
    lw t3, 0(s0)
    nops \gap
    sw t3, 4(s0)
    lw t4, 4(s0)
    expect t4, 0xbbccaa02
    /* the neighbour is another word */
    sw x0, 4(s0)
    sw t0, 0(s0)
    nops \gap
    lw t4, 4(s0)
    expect t4, 0
    .endr
    test_end

    .data
    .balign 16
cell:
    .word 0, 0

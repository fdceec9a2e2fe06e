/* sb: stores the low byte and nothing else (unprivileged manual 2.6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    la s0, cells
    li s1, 0xa5a5a5a5
    /* offset 0: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 0(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a587
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 1: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 1(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a587a5
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 2: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 2(s0)
    lw t1, 0(s0)
    expect t1, 0xa587a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 3: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 3(s0)
    lw t1, 0(s0)
    expect t1, 0x87a5a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 4: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 4(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a5a587
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 5: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 5(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a587a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 6: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 6(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0xa587a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 7: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sb t0, 7(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0x87a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* data, then address, made 0 instructions before; read back 0 after */
    li t0, 0x00c0ffee
    addi t1, t0, 0
    nops 0
    sb t1, 0(s0)
    nops 0
    lbu t2, 0(s0)
    expect t2, 0x000000ee
    addi t3, s0, 4
    nops 0
    sb t0, -4(t3)
    lbu t2, -4(t3)
    expect t2, 0x000000ee
    /* data, then address, made 1 instructions before; read back 1 after */
    li t0, 0x00c0ffee
    addi t1, t0, 1
    nops 1
    sb t1, 0(s0)
    nops 1
    lbu t2, 0(s0)
    expect t2, 0x000000ef
    addi t3, s0, 4
    nops 1
    sb t0, -4(t3)
    lbu t2, -4(t3)
    expect t2, 0x000000ee
    /* data, then address, made 2 instructions before; read back 2 after */
    li t0, 0x00c0ffee
    addi t1, t0, 2
    nops 2
    sb t1, 0(s0)
    nops 2
    lbu t2, 0(s0)
    expect t2, 0x000000f0
    addi t3, s0, 4
    nops 2
    sb t0, -4(t3)
    lbu t2, -4(t3)
    expect t2, 0x000000ee
    /* data, then address, made 3 instructions before; read back 3 after */
    li t0, 0x00c0ffee
    addi t1, t0, 3
    nops 3
    sb t1, 0(s0)
    nops 3
    lbu t2, 0(s0)
    expect t2, 0x000000f1
    addi t3, s0, 4
    nops 3
    sb t0, -4(t3)
    lbu t2, -4(t3)
    expect t2, 0x000000ee
    /* offsets at the ends of the range */
    addi t0, s0, 2047
    addi t0, t0, 1
    li t1, 0x13572468
    sb t1, -2048(t0)
    lbu t2, 0(s0)
    expect t2, 0x00000068
    addi t0, s0, -2047
    li t1, 0x24681357
    sb t1, 2047(t0)
    lbu t2, 0(s0)
    expect t2, 0x00000057
    /* x0 as data */
    sb x0, 0(s0)
    lbu t2, 0(s0)
    expect t2, 0
    test_end

    .data
    .balign 16
cells:
    .word 0xa5a5a5a5, 0xa5a5a5a5, 0xa5a5a5a5, 0xa5a5a5a5

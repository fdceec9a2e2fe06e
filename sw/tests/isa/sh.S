/* sh: stores the low half word and nothing else (unprivileged manual 2.6).
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
    sh t0, 0(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5fe87
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 2: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sh t0, 2(s0)
    lw t1, 0(s0)
    expect t1, 0xfe87a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 4: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sh t0, 4(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0xa5a5fe87
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* offset 6: only its own bytes change */
    sw s1, 0(s0)
    sw s1, 4(s0)
    sw s1, 8(s0)
    li t0, 0x1234fe87
    sh t0, 6(s0)
    lw t1, 0(s0)
    expect t1, 0xa5a5a5a5
    lw t1, 4(s0)
    expect t1, 0xfe87a5a5
    lw t1, 8(s0)
    expect t1, 0xa5a5a5a5
    /* data, then address, made 0 instructions before; read back 0 after */
    li t0, 0x00c0ffee
    addi t1, t0, 0
    nops 0
    sh t1, 0(s0)
    nops 0
    lhu t2, 0(s0)
    expect t2, 0x0000ffee
    addi t3, s0, 4
    nops 0
    sh t0, -4(t3)
    lhu t2, -4(t3)
    expect t2, 0x0000ffee
    /* data, then address, made 1 instructions before; read back 1 after */
    li t0, 0x00c0ffee
    addi t1, t0, 1
    nops 1
    sh t1, 0(s0)
    nops 1
    lhu t2, 0(s0)
    expect t2, 0x0000ffef
    addi t3, s0, 4
    nops 1
    sh t0, -4(t3)
    lhu t2, -4(t3)
    expect t2, 0x0000ffee
    /* data, then address, made 2 instructions before; read back 2 after */
    li t0, 0x00c0ffee
    addi t1, t0, 2
    nops 2
    sh t1, 0(s0)
    nops 2
    lhu t2, 0(s0)
    expect t2, 0x0000fff0
    addi t3, s0, 4
    nops 2
    sh t0, -4(t3)
    lhu t2, -4(t3)
    expect t2, 0x0000ffee
    /* data, then address, made 3 instructions before; read back 3 after */
    li t0, 0x00c0ffee
    addi t1, t0, 3
    nops 3
    sh t1, 0(s0)
    nops 3
    lhu t2, 0(s0)
    expect t2, 0x0000fff1
    addi t3, s0, 4
    nops 3
    sh t0, -4(t3)
    lhu t2, -4(t3)
    expect t2, 0x0000ffee
    /* offsets at the ends of the range */
    addi t0, s0, 2047
    addi t0, t0, 1
    li t1, 0x13572468
    sh t1, -2048(t0)
    lhu t2, 0(s0)
    expect t2, 0x00002468
    addi t0, s0, -2046
    li t1, 0x24681357
    sh t1, 2046(t0)
    lhu t2, 0(s0)
    expect t2, 0x00001357
    /* x0 as data */
    sh x0, 0(s0)
    lhu t2, 0(s0)
    expect t2, 0
    test_end

    .data
    .balign 16
cells:
    .word 0xa5a5a5a5, 0xa5a5a5a5, 0xa5a5a5a5, 0xa5a5a5a5

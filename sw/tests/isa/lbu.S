/* lbu: zero-extended byte at base + sign-extended offset (unprivileged manual 2.6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ld lbu, 0x000000ff, -8, table
    ld lbu, 0x00000000, -7, table
    ld lbu, 0x000000ff, -6, table
    ld lbu, 0x00000000, -5, table
    ld lbu, 0x00000000, -4, table
    ld lbu, 0x000000ff, -3, table
    ld lbu, 0x00000000, -2, table
    ld lbu, 0x000000ff, -1, table
    ld lbu, 0x000000fe, 0, table
    ld lbu, 0x0000007f, 1, table
    ld lbu, 0x00000001, 2, table
    ld lbu, 0x00000080, 3, table
    ld lbu, 0x0000000f, 4, table
    ld lbu, 0x000000f0, 5, table
    ld lbu, 0x000000f0, 6, table
    ld lbu, 0x0000000f, 7, table
    ld lbu, 0x000000ff, 8, table
    ld lbu, 0x00000000, 9, table
    ld lbu, 0x00000080, 10, table
    ld lbu, 0x0000007f, 11, table
    ld lbu, 0x000000ff, 12, table
    ld lbu, 0x000000ff, 13, table
    ld lbu, 0x000000ff, 14, table
    ld lbu, 0x000000ff, 15, table
    ld lbu, 0x000000ff, -8, after
    ld lbu, 0x00000000, -7, after
    ld lbu, 0x00000080, -6, after
    ld lbu, 0x0000007f, -5, after
    ld lbu, 0x000000ff, -4, after
    ld lbu, 0x000000ff, -3, after
    ld lbu, 0x000000ff, -2, after
    ld lbu, 0x000000ff, -1, after
    ld lbu, 0x00000004, 0, after
    ld lbu, 0x00000003, 1, after
    ld lbu, 0x00000002, 2, after
    ld lbu, 0x00000001, 3, after
    ld lbu, 0x00000088, 4, after
    ld lbu, 0x00000087, 5, after
    ld lbu, 0x00000086, 6, after
    ld lbu, 0x00000085, 7, after
    /* the ends of the offset: base + 2047 (or the last aligned) and base - 2048 */
    next_check
    la t0, table - 2047
    lbu t2, 2047(t0)
    la t1, table + 2048
    lbu t3, -2048(t1)
    mv t6, t2
    want t3
    /* a load to x0 leaves x0 zero */
    la t0, after
    lbu x0, 0(t0)
    mv t2, x0
    expect t2, 0
    test_end

    .data
    .balign 16
before:
    .word 0x00ff00ff, 0xff00ff00
table:
    .word 0x80017ffe, 0x0ff0f00f, 0x7f8000ff, 0xffffffff
after:
    .word 0x01020304, 0x85868788

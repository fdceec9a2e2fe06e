/* lb: sign-extended byte at base + sign-extended offset (unprivileged manual 2.6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ld lb, 0xffffffff, -8, table
    ld lb, 0x00000000, -7, table
    ld lb, 0xffffffff, -6, table
    ld lb, 0x00000000, -5, table
    ld lb, 0x00000000, -4, table
    ld lb, 0xffffffff, -3, table
    ld lb, 0x00000000, -2, table
    ld lb, 0xffffffff, -1, table
    ld lb, 0xfffffffe, 0, table
    ld lb, 0x0000007f, 1, table
    ld lb, 0x00000001, 2, table
    ld lb, 0xffffff80, 3, table
    ld lb, 0x0000000f, 4, table
    ld lb, 0xfffffff0, 5, table
    ld lb, 0xfffffff0, 6, table
    ld lb, 0x0000000f, 7, table
    ld lb, 0xffffffff, 8, table
    ld lb, 0x00000000, 9, table
    ld lb, 0xffffff80, 10, table
    ld lb, 0x0000007f, 11, table
    ld lb, 0xffffffff, 12, table
    ld lb, 0xffffffff, 13, table
    ld lb, 0xffffffff, 14, table
    ld lb, 0xffffffff, 15, table
    ld lb, 0xffffffff, -8, after
    ld lb, 0x00000000, -7, after
    ld lb, 0xffffff80, -6, after
    ld lb, 0x0000007f, -5, after
    ld lb, 0xffffffff, -4, after
    ld lb, 0xffffffff, -3, after
    ld lb, 0xffffffff, -2, after
    ld lb, 0xffffffff, -1, after
    ld lb, 0x00000004, 0, after
    ld lb, 0x00000003, 1, after
    ld lb, 0x00000002, 2, after
    ld lb, 0x00000001, 3, after
    ld lb, 0xffffff88, 4, after
    ld lb, 0xffffff87, 5, after
    ld lb, 0xffffff86, 6, after
    ld lb, 0xffffff85, 7, after
    /* the ends of the offset: base + 2047 (or the last aligned) and base - 2048 */
    next_check
    la t0, table - 2047
    lb t2, 2047(t0)
    la t1, table + 2048
    lb t3, -2048(t1)
    mv t6, t2
    want t3
    /* a load to x0 leaves x0 zero */
    la t0, after
    lb x0, 0(t0)
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

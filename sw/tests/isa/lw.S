/* lw: word at base + sign-extended offset (unprivileged manual 2.6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ld lw, 0x00ff00ff, -8, table
    ld lw, 0xff00ff00, -4, table
    ld lw, 0x80017ffe, 0, table
    ld lw, 0x0ff0f00f, 4, table
    ld lw, 0x7f8000ff, 8, table
    ld lw, 0xffffffff, 12, table
    ld lw, 0x7f8000ff, -8, after
    ld lw, 0xffffffff, -4, after
    ld lw, 0x01020304, 0, after
    ld lw, 0x85868788, 4, after
    /* the ends of the offset: base + 2047 (or the last aligned) and base - 2048 */
    next_check
    la t0, table - 2044
    lw t2, 2044(t0)
    la t1, table + 2048
    lw t3, -2048(t1)
    mv t6, t2
    want t3
    /* a load to x0 leaves x0 zero */
    la t0, after
    lw x0, 0(t0)
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

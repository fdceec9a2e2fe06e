/* lh: sign-extended half word at base + sign-extended offset (unprivileged manual 2.6).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ld lh, 0x000000ff, -8, table
    ld lh, 0x000000ff, -6, table
    ld lh, 0xffffff00, -4, table
    ld lh, 0xffffff00, -2, table
    ld lh, 0x00007ffe, 0, table
    ld lh, 0xffff8001, 2, table
    ld lh, 0xfffff00f, 4, table
    ld lh, 0x00000ff0, 6, table
    ld lh, 0x000000ff, 8, table
    ld lh, 0x00007f80, 10, table
    ld lh, 0xffffffff, 12, table
    ld lh, 0xffffffff, 14, table
    ld lh, 0x000000ff, -8, after
    ld lh, 0x00007f80, -6, after
    ld lh, 0xffffffff, -4, after
    ld lh, 0xffffffff, -2, after
    ld lh, 0x00000304, 0, after
    ld lh, 0x00000102, 2, after
    ld lh, 0xffff8788, 4, after
    ld lh, 0xffff8586, 6, after
    /* the ends of the offset: base + 2047 (or the last aligned) and base - 2048 */
    next_check
    la t0, table - 2046
    lh t2, 2046(t0)
    la t1, table + 2048
    lh t3, -2048(t1)
    mv t6, t2
    want t3
    /* a load to x0 leaves x0 zero */
    la t0, after
    lh x0, 0(t0)
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

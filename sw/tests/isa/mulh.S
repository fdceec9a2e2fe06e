/* mulh: high word, signed by signed (unprivileged manual 7.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr mulh, 0x00000000, 0x00000000, 0x00000000
    rr mulh, 0x00000000, 0x00000001, 0x00000001
    rr mulh, 0x00000000, 0x00000003, 0x00000007
    rr mulh, 0x00000000, 0x00000000, 0xffff8000
    rr mulh, 0x00000000, 0x80000000, 0x00000000
    rr mulh, 0x00004000, 0x80000000, 0xffff8000
    rr mulh, 0x00000000, 0x00000000, 0x00007fff
    rr mulh, 0x00000000, 0x7fffffff, 0x00000000
    rr mulh, 0x00003fff, 0x7fffffff, 0x00007fff
    rr mulh, 0xffffc000, 0x80000000, 0x00007fff
    rr mulh, 0xffffc000, 0x7fffffff, 0xffff8000
    rr mulh, 0x00000000, 0x00000000, 0xffffffff
    rr mulh, 0xffffffff, 0xffffffff, 0x00000001
    rr mulh, 0x00000000, 0xffffffff, 0xffffffff
    rr mulh, 0x00000000, 0x00000001, 0x7fffffff
    rr mulh, 0x40000000, 0x80000000, 0x80000000
    rr mulh, 0x3fffffff, 0x7fffffff, 0x7fffffff
    rr mulh, 0x00000000, 0x80000000, 0xffffffff
    rr mulh, 0x00000000, 0xffffffff, 0x80000000
    rr mulh, 0xc0000000, 0x80000000, 0x7fffffff
    rr mulh, 0xc0000000, 0x7fffffff, 0x80000000
    rr mulh, 0xe38e38e3, 0xaaaaaaaa, 0x55555555
    rr mulh, 0xf8cc93d6, 0x12345678, 0x9abcdef0
    rr_same mulh, 0x00000000, 0x00000000
    rr_same mulh, 0x00000000, 0x00000001
    rr_same mulh, 0x00000000, 0x00000005
    rr_same mulh, 0x3fffffff, 0x7fffffff
    rr_same mulh, 0x40000000, 0x80000000
    rr_same mulh, 0x00000000, 0xffffffff
    rr_to_x0 mulh, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    mulh t2, t0, x0
    expect t2, 0x00000000
    mulh t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    mulh t2, t0, x0
    expect t2, 0x00000000
    mulh t2, x0, t0
    expect t2, 0x00000000
    mulh t2, x0, x0
    expect t2, 0x00000000
    test_end

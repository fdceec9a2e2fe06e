/* mulhu: high word, unsigned by unsigned (unprivileged manual 7.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr mulhu, 0x00000000, 0x00000000, 0x00000000
    rr mulhu, 0x00000000, 0x00000001, 0x00000001
    rr mulhu, 0x00000000, 0x00000003, 0x00000007
    rr mulhu, 0x00000000, 0x00000000, 0xffff8000
    rr mulhu, 0x00000000, 0x80000000, 0x00000000
    rr mulhu, 0x7fffc000, 0x80000000, 0xffff8000
    rr mulhu, 0x00000000, 0x00000000, 0x00007fff
    rr mulhu, 0x00000000, 0x7fffffff, 0x00000000
    rr mulhu, 0x00003fff, 0x7fffffff, 0x00007fff
    rr mulhu, 0x00003fff, 0x80000000, 0x00007fff
    rr mulhu, 0x7fffbfff, 0x7fffffff, 0xffff8000
    rr mulhu, 0x00000000, 0x00000000, 0xffffffff
    rr mulhu, 0x00000000, 0xffffffff, 0x00000001
    rr mulhu, 0xfffffffe, 0xffffffff, 0xffffffff
    rr mulhu, 0x00000000, 0x00000001, 0x7fffffff
    rr mulhu, 0x40000000, 0x80000000, 0x80000000
    rr mulhu, 0x3fffffff, 0x7fffffff, 0x7fffffff
    rr mulhu, 0x7fffffff, 0x80000000, 0xffffffff
    rr mulhu, 0x7fffffff, 0xffffffff, 0x80000000
    rr mulhu, 0x3fffffff, 0x80000000, 0x7fffffff
    rr mulhu, 0x3fffffff, 0x7fffffff, 0x80000000
    rr mulhu, 0x38e38e38, 0xaaaaaaaa, 0x55555555
    rr mulhu, 0x0b00ea4e, 0x12345678, 0x9abcdef0
    rr_same mulhu, 0x00000000, 0x00000000
    rr_same mulhu, 0x00000000, 0x00000001
    rr_same mulhu, 0x00000000, 0x00000005
    rr_same mulhu, 0x3fffffff, 0x7fffffff
    rr_same mulhu, 0x40000000, 0x80000000
    rr_same mulhu, 0xfffffffe, 0xffffffff
    rr_to_x0 mulhu, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    mulhu t2, t0, x0
    expect t2, 0x00000000
    mulhu t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    mulhu t2, t0, x0
    expect t2, 0x00000000
    mulhu t2, x0, t0
    expect t2, 0x00000000
    mulhu t2, x0, x0
    expect t2, 0x00000000
    test_end

/* and: bitwise and (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr and, 0x00000000, 0x00000000, 0x00000000
    rr and, 0x00000001, 0x00000001, 0x00000001
    rr and, 0x00000003, 0x00000003, 0x00000007
    rr and, 0x00000000, 0x00000000, 0xffff8000
    rr and, 0x00000000, 0x80000000, 0x00000000
    rr and, 0x80000000, 0x80000000, 0xffff8000
    rr and, 0x00000000, 0x00000000, 0x00007fff
    rr and, 0x00000000, 0x7fffffff, 0x00000000
    rr and, 0x00007fff, 0x7fffffff, 0x00007fff
    rr and, 0x00000000, 0x80000000, 0x00007fff
    rr and, 0x7fff8000, 0x7fffffff, 0xffff8000
    rr and, 0x00000000, 0x00000000, 0xffffffff
    rr and, 0x00000001, 0xffffffff, 0x00000001
    rr and, 0xffffffff, 0xffffffff, 0xffffffff
    rr and, 0x00000001, 0x00000001, 0x7fffffff
    rr and, 0x80000000, 0x80000000, 0x80000000
    rr and, 0x7fffffff, 0x7fffffff, 0x7fffffff
    rr and, 0x80000000, 0x80000000, 0xffffffff
    rr and, 0x80000000, 0xffffffff, 0x80000000
    rr and, 0x00000000, 0x80000000, 0x7fffffff
    rr and, 0x00000000, 0x7fffffff, 0x80000000
    rr and, 0x00000000, 0xaaaaaaaa, 0x55555555
    rr and, 0x12345670, 0x12345678, 0x9abcdef0
    rr_same and, 0x00000000, 0x00000000
    rr_same and, 0x00000001, 0x00000001
    rr_same and, 0x00000005, 0x00000005
    rr_same and, 0x7fffffff, 0x7fffffff
    rr_same and, 0x80000000, 0x80000000
    rr_same and, 0xffffffff, 0xffffffff
    rr_to_x0 and, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    and t2, t0, x0
    expect t2, 0x00000000
    and t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    and t2, t0, x0
    expect t2, 0x00000000
    and t2, x0, t0
    expect t2, 0x00000000
    and t2, x0, x0
    expect t2, 0x00000000
    test_end

/* add: rd = rs1 + rs2, overflow ignored (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr add, 0x00000000, 0x00000000, 0x00000000
    rr add, 0x00000002, 0x00000001, 0x00000001
    rr add, 0x0000000a, 0x00000003, 0x00000007
    rr add, 0xffff8000, 0x00000000, 0xffff8000
    rr add, 0x80000000, 0x80000000, 0x00000000
    rr add, 0x7fff8000, 0x80000000, 0xffff8000
    rr add, 0x00007fff, 0x00000000, 0x00007fff
    rr add, 0x7fffffff, 0x7fffffff, 0x00000000
    rr add, 0x80007ffe, 0x7fffffff, 0x00007fff
    rr add, 0x80007fff, 0x80000000, 0x00007fff
    rr add, 0x7fff7fff, 0x7fffffff, 0xffff8000
    rr add, 0xffffffff, 0x00000000, 0xffffffff
    rr add, 0x00000000, 0xffffffff, 0x00000001
    rr add, 0xfffffffe, 0xffffffff, 0xffffffff
    rr add, 0x80000000, 0x00000001, 0x7fffffff
    rr add, 0x00000000, 0x80000000, 0x80000000
    rr add, 0xfffffffe, 0x7fffffff, 0x7fffffff
    rr add, 0x7fffffff, 0x80000000, 0xffffffff
    rr add, 0x7fffffff, 0xffffffff, 0x80000000
    rr add, 0xffffffff, 0x80000000, 0x7fffffff
    rr add, 0xffffffff, 0x7fffffff, 0x80000000
    rr add, 0xffffffff, 0xaaaaaaaa, 0x55555555
    rr add, 0xacf13568, 0x12345678, 0x9abcdef0
    rr_same add, 0x00000000, 0x00000000
    rr_same add, 0x00000002, 0x00000001
    rr_same add, 0x0000000a, 0x00000005
    rr_same add, 0xfffffffe, 0x7fffffff
    rr_same add, 0x00000000, 0x80000000
    rr_same add, 0xfffffffe, 0xffffffff
    rr_to_x0 add, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    add t2, t0, x0
    expect t2, 0x00000005
    add t2, x0, t0
    expect t2, 0x00000005
    li t0, 0x80000000
    add t2, t0, x0
    expect t2, 0x80000000
    add t2, x0, t0
    expect t2, 0x80000000
    add t2, x0, x0
    expect t2, 0x00000000
    test_end

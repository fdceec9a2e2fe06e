/* xor: bitwise exclusive or (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr xor, 0x00000000, 0x00000000, 0x00000000
    rr xor, 0x00000000, 0x00000001, 0x00000001
    rr xor, 0x00000004, 0x00000003, 0x00000007
    rr xor, 0xffff8000, 0x00000000, 0xffff8000
    rr xor, 0x80000000, 0x80000000, 0x00000000
    rr xor, 0x7fff8000, 0x80000000, 0xffff8000
    rr xor, 0x00007fff, 0x00000000, 0x00007fff
    rr xor, 0x7fffffff, 0x7fffffff, 0x00000000
    rr xor, 0x7fff8000, 0x7fffffff, 0x00007fff
    rr xor, 0x80007fff, 0x80000000, 0x00007fff
    rr xor, 0x80007fff, 0x7fffffff, 0xffff8000
    rr xor, 0xffffffff, 0x00000000, 0xffffffff
    rr xor, 0xfffffffe, 0xffffffff, 0x00000001
    rr xor, 0x00000000, 0xffffffff, 0xffffffff
    rr xor, 0x7ffffffe, 0x00000001, 0x7fffffff
    rr xor, 0x00000000, 0x80000000, 0x80000000
    rr xor, 0x00000000, 0x7fffffff, 0x7fffffff
    rr xor, 0x7fffffff, 0x80000000, 0xffffffff
    rr xor, 0x7fffffff, 0xffffffff, 0x80000000
    rr xor, 0xffffffff, 0x80000000, 0x7fffffff
    rr xor, 0xffffffff, 0x7fffffff, 0x80000000
    rr xor, 0xffffffff, 0xaaaaaaaa, 0x55555555
    rr xor, 0x88888888, 0x12345678, 0x9abcdef0
    rr_same xor, 0x00000000, 0x00000000
    rr_same xor, 0x00000000, 0x00000001
    rr_same xor, 0x00000000, 0x00000005
    rr_same xor, 0x00000000, 0x7fffffff
    rr_same xor, 0x00000000, 0x80000000
    rr_same xor, 0x00000000, 0xffffffff
    rr_to_x0 xor, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    xor t2, t0, x0
    expect t2, 0x00000005
    xor t2, x0, t0
    expect t2, 0x00000005
    li t0, 0x80000000
    xor t2, t0, x0
    expect t2, 0x80000000
    xor t2, x0, t0
    expect t2, 0x80000000
    xor t2, x0, x0
    expect t2, 0x00000000
    test_end

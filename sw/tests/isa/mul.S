/* mul: low word of the product (unprivileged manual 7.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr mul, 0x00000000, 0x00000000, 0x00000000
    rr mul, 0x00000001, 0x00000001, 0x00000001
    rr mul, 0x00000015, 0x00000003, 0x00000007
    rr mul, 0x00000000, 0x00000000, 0xffff8000
    rr mul, 0x00000000, 0x80000000, 0x00000000
    rr mul, 0x00000000, 0x80000000, 0xffff8000
    rr mul, 0x00000000, 0x00000000, 0x00007fff
    rr mul, 0x00000000, 0x7fffffff, 0x00000000
    rr mul, 0x7fff8001, 0x7fffffff, 0x00007fff
    rr mul, 0x80000000, 0x80000000, 0x00007fff
    rr mul, 0x00008000, 0x7fffffff, 0xffff8000
    rr mul, 0x00000000, 0x00000000, 0xffffffff
    rr mul, 0xffffffff, 0xffffffff, 0x00000001
    rr mul, 0x00000001, 0xffffffff, 0xffffffff
    rr mul, 0x7fffffff, 0x00000001, 0x7fffffff
    rr mul, 0x00000000, 0x80000000, 0x80000000
    rr mul, 0x00000001, 0x7fffffff, 0x7fffffff
    rr mul, 0x80000000, 0x80000000, 0xffffffff
    rr mul, 0x80000000, 0xffffffff, 0x80000000
    rr mul, 0x80000000, 0x80000000, 0x7fffffff
    rr mul, 0x80000000, 0x7fffffff, 0x80000000
    rr mul, 0x71c71c72, 0xaaaaaaaa, 0x55555555
    rr mul, 0x242d2080, 0x12345678, 0x9abcdef0
    rr_same mul, 0x00000000, 0x00000000
    rr_same mul, 0x00000001, 0x00000001
    rr_same mul, 0x00000019, 0x00000005
    rr_same mul, 0x00000001, 0x7fffffff
    rr_same mul, 0x00000000, 0x80000000
    rr_same mul, 0x00000001, 0xffffffff
    rr_to_x0 mul, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    mul t2, t0, x0
    expect t2, 0x00000000
    mul t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    mul t2, t0, x0
    expect t2, 0x00000000
    mul t2, x0, t0
    expect t2, 0x00000000
    mul t2, x0, x0
    expect t2, 0x00000000
    test_end

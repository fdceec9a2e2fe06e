/* sub: rd = rs1 - rs2, overflow ignored (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr sub, 0x00000000, 0x00000000, 0x00000000
    rr sub, 0x00000000, 0x00000001, 0x00000001
    rr sub, 0xfffffffc, 0x00000003, 0x00000007
    rr sub, 0x00008000, 0x00000000, 0xffff8000
    rr sub, 0x80000000, 0x80000000, 0x00000000
    rr sub, 0x80008000, 0x80000000, 0xffff8000
    rr sub, 0xffff8001, 0x00000000, 0x00007fff
    rr sub, 0x7fffffff, 0x7fffffff, 0x00000000
    rr sub, 0x7fff8000, 0x7fffffff, 0x00007fff
    rr sub, 0x7fff8001, 0x80000000, 0x00007fff
    rr sub, 0x80007fff, 0x7fffffff, 0xffff8000
    rr sub, 0x00000001, 0x00000000, 0xffffffff
    rr sub, 0xfffffffe, 0xffffffff, 0x00000001
    rr sub, 0x00000000, 0xffffffff, 0xffffffff
    rr sub, 0x80000002, 0x00000001, 0x7fffffff
    rr sub, 0x00000000, 0x80000000, 0x80000000
    rr sub, 0x00000000, 0x7fffffff, 0x7fffffff
    rr sub, 0x80000001, 0x80000000, 0xffffffff
    rr sub, 0x7fffffff, 0xffffffff, 0x80000000
    rr sub, 0x00000001, 0x80000000, 0x7fffffff
    rr sub, 0xffffffff, 0x7fffffff, 0x80000000
    rr sub, 0x55555555, 0xaaaaaaaa, 0x55555555
    rr sub, 0x77777788, 0x12345678, 0x9abcdef0
    rr_same sub, 0x00000000, 0x00000000
    rr_same sub, 0x00000000, 0x00000001
    rr_same sub, 0x00000000, 0x00000005
    rr_same sub, 0x00000000, 0x7fffffff
    rr_same sub, 0x00000000, 0x80000000
    rr_same sub, 0x00000000, 0xffffffff
    rr_to_x0 sub, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    sub t2, t0, x0
    expect t2, 0x00000005
    sub t2, x0, t0
    expect t2, 0xfffffffb
    li t0, 0x80000000
    sub t2, t0, x0
    expect t2, 0x80000000
    sub t2, x0, t0
    expect t2, 0x80000000
    sub t2, x0, x0
    expect t2, 0x00000000
    test_end

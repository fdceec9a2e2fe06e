/* div: signed quotient towards zero; by zero -1; overflow gives the dividend (unprivileged
 * manual 7.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr div, 0x00000003, 0x00000014, 0x00000006
    rr div, 0xfffffffd, 0xffffffec, 0x00000006
    rr div, 0xfffffffd, 0x00000014, 0xfffffffa
    rr div, 0x00000003, 0xffffffec, 0xfffffffa
    rr div, 0x80000000, 0x80000000, 0x00000001
    rr div, 0x80000000, 0x80000000, 0xffffffff
    rr div, 0xffffffff, 0x80000000, 0x00000000
    rr div, 0xffffffff, 0x00000001, 0x00000000
    rr div, 0xffffffff, 0x00000000, 0x00000000
    rr div, 0xffffffff, 0xffffffff, 0x00000000
    rr div, 0x00000000, 0x00000000, 0x00000001
    rr div, 0x00000000, 0x00000000, 0xffffffff
    rr div, 0x80000001, 0x7fffffff, 0xffffffff
    rr div, 0x00000000, 0x7fffffff, 0x80000000
    rr div, 0x00000001, 0x80000000, 0x80000000
    rr div, 0xffffffff, 0x80000000, 0x7fffffff
    rr div, 0x00000000, 0xffffffff, 0x80000000
    rr div, 0xffffffff, 0xffffffff, 0x00000001
    rr div, 0x00000001, 0xffffffff, 0xffffffff
    rr div, 0x00000001, 0x00000007, 0x00000007
    rr div, 0x00000000, 0x00000006, 0x00000007
    rr div, 0xc0000000, 0x80000000, 0x00000002
    rr div, 0xd5555556, 0x80000000, 0x00000003
    rr div, 0x00000000, 0xfffffffe, 0x0000ffff
    rr div, 0x00010004, 0x12345678, 0x00001234
    rr div, 0x3fffffff, 0x80000001, 0xfffffffe
    rr_same div, 0xffffffff, 0x00000000
    rr_same div, 0x00000001, 0x00000001
    rr_same div, 0x00000001, 0x00000005
    rr_same div, 0x00000001, 0x7fffffff
    rr_same div, 0x00000001, 0x80000000
    rr_same div, 0x00000001, 0xffffffff
    rr_to_x0 div, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    div t2, t0, x0
    expect t2, 0xffffffff
    div t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    div t2, t0, x0
    expect t2, 0xffffffff
    div t2, x0, t0
    expect t2, 0x00000000
    div t2, x0, x0
    expect t2, 0xffffffff
    test_end

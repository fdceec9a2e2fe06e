/* rem: signed remainder, sign of the dividend; by zero the dividend; overflow 0 (unprivileged
 * manual 7.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr rem, 0x00000002, 0x00000014, 0x00000006
    rr rem, 0xfffffffe, 0xffffffec, 0x00000006
    rr rem, 0x00000002, 0x00000014, 0xfffffffa
    rr rem, 0xfffffffe, 0xffffffec, 0xfffffffa
    rr rem, 0x00000000, 0x80000000, 0x00000001
    rr rem, 0x00000000, 0x80000000, 0xffffffff
    rr rem, 0x80000000, 0x80000000, 0x00000000
    rr rem, 0x00000001, 0x00000001, 0x00000000
    rr rem, 0x00000000, 0x00000000, 0x00000000
    rr rem, 0xffffffff, 0xffffffff, 0x00000000
    rr rem, 0x00000000, 0x00000000, 0x00000001
    rr rem, 0x00000000, 0x00000000, 0xffffffff
    rr rem, 0x00000000, 0x7fffffff, 0xffffffff
    rr rem, 0x7fffffff, 0x7fffffff, 0x80000000
    rr rem, 0x00000000, 0x80000000, 0x80000000
    rr rem, 0xffffffff, 0x80000000, 0x7fffffff
    rr rem, 0xffffffff, 0xffffffff, 0x80000000
    rr rem, 0x00000000, 0xffffffff, 0x00000001
    rr rem, 0x00000000, 0xffffffff, 0xffffffff
    rr rem, 0x00000000, 0x00000007, 0x00000007
    rr rem, 0x00000006, 0x00000006, 0x00000007
    rr rem, 0x00000000, 0x80000000, 0x00000002
    rr rem, 0xfffffffe, 0x80000000, 0x00000003
    rr rem, 0xfffffffe, 0xfffffffe, 0x0000ffff
    rr rem, 0x00000da8, 0x12345678, 0x00001234
    rr rem, 0xffffffff, 0x80000001, 0xfffffffe
    rr_same rem, 0x00000000, 0x00000000
    rr_same rem, 0x00000000, 0x00000001
    rr_same rem, 0x00000000, 0x00000005
    rr_same rem, 0x00000000, 0x7fffffff
    rr_same rem, 0x00000000, 0x80000000
    rr_same rem, 0x00000000, 0xffffffff
    rr_to_x0 rem, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    rem t2, t0, x0
    expect t2, 0x00000005
    rem t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    rem t2, t0, x0
    expect t2, 0x80000000
    rem t2, x0, t0
    expect t2, 0x00000000
    rem t2, x0, x0
    expect t2, 0x00000000
    test_end

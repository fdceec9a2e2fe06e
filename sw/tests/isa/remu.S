/* remu: unsigned remainder; by zero the dividend (unprivileged manual 7.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr remu, 0x00000002, 0x00000014, 0x00000006
    rr remu, 0x00000002, 0xffffffec, 0x00000006
    rr remu, 0x00000014, 0x00000014, 0xfffffffa
    rr remu, 0xffffffec, 0xffffffec, 0xfffffffa
    rr remu, 0x00000000, 0x80000000, 0x00000001
    rr remu, 0x80000000, 0x80000000, 0xffffffff
    rr remu, 0x80000000, 0x80000000, 0x00000000
    rr remu, 0x00000001, 0x00000001, 0x00000000
    rr remu, 0x00000000, 0x00000000, 0x00000000
    rr remu, 0xffffffff, 0xffffffff, 0x00000000
    rr remu, 0x00000000, 0x00000000, 0x00000001
    rr remu, 0x00000000, 0x00000000, 0xffffffff
    rr remu, 0x7fffffff, 0x7fffffff, 0xffffffff
    rr remu, 0x7fffffff, 0x7fffffff, 0x80000000
    rr remu, 0x00000000, 0x80000000, 0x80000000
    rr remu, 0x00000001, 0x80000000, 0x7fffffff
    rr remu, 0x7fffffff, 0xffffffff, 0x80000000
    rr remu, 0x00000000, 0xffffffff, 0x00000001
    rr remu, 0x00000000, 0xffffffff, 0xffffffff
    rr remu, 0x00000000, 0x00000007, 0x00000007
    rr remu, 0x00000006, 0x00000006, 0x00000007
    rr remu, 0x00000000, 0x80000000, 0x00000002
    rr remu, 0x00000002, 0x80000000, 0x00000003
    rr remu, 0x0000fffe, 0xfffffffe, 0x0000ffff
    rr remu, 0x00000da8, 0x12345678, 0x00001234
    rr remu, 0x80000001, 0x80000001, 0xfffffffe
    rr_same remu, 0x00000000, 0x00000000
    rr_same remu, 0x00000000, 0x00000001
    rr_same remu, 0x00000000, 0x00000005
    rr_same remu, 0x00000000, 0x7fffffff
    rr_same remu, 0x00000000, 0x80000000
    rr_same remu, 0x00000000, 0xffffffff
    rr_to_x0 remu, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    remu t2, t0, x0
    expect t2, 0x00000005
    remu t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    remu t2, t0, x0
    expect t2, 0x80000000
    remu t2, x0, t0
    expect t2, 0x00000000
    remu t2, x0, x0
    expect t2, 0x00000000
    test_end

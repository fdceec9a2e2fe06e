/* divu: unsigned quotient; by zero all ones (unprivileged manual 7.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr divu, 0x00000003, 0x00000014, 0x00000006
    rr divu, 0x2aaaaaa7, 0xffffffec, 0x00000006
    rr divu, 0x00000000, 0x00000014, 0xfffffffa
    rr divu, 0x00000000, 0xffffffec, 0xfffffffa
    rr divu, 0x80000000, 0x80000000, 0x00000001
    rr divu, 0x00000000, 0x80000000, 0xffffffff
    rr divu, 0xffffffff, 0x80000000, 0x00000000
    rr divu, 0xffffffff, 0x00000001, 0x00000000
    rr divu, 0xffffffff, 0x00000000, 0x00000000
    rr divu, 0xffffffff, 0xffffffff, 0x00000000
    rr divu, 0x00000000, 0x00000000, 0x00000001
    rr divu, 0x00000000, 0x00000000, 0xffffffff
    rr divu, 0x00000000, 0x7fffffff, 0xffffffff
    rr divu, 0x00000000, 0x7fffffff, 0x80000000
    rr divu, 0x00000001, 0x80000000, 0x80000000
    rr divu, 0x00000001, 0x80000000, 0x7fffffff
    rr divu, 0x00000001, 0xffffffff, 0x80000000
    rr divu, 0xffffffff, 0xffffffff, 0x00000001
    rr divu, 0x00000001, 0xffffffff, 0xffffffff
    rr divu, 0x00000001, 0x00000007, 0x00000007
    rr divu, 0x00000000, 0x00000006, 0x00000007
    rr divu, 0x40000000, 0x80000000, 0x00000002
    rr divu, 0x2aaaaaaa, 0x80000000, 0x00000003
    rr divu, 0x00010000, 0xfffffffe, 0x0000ffff
    rr divu, 0x00010004, 0x12345678, 0x00001234
    rr divu, 0x00000000, 0x80000001, 0xfffffffe
    rr_same divu, 0xffffffff, 0x00000000
    rr_same divu, 0x00000001, 0x00000001
    rr_same divu, 0x00000001, 0x00000005
    rr_same divu, 0x00000001, 0x7fffffff
    rr_same divu, 0x00000001, 0x80000000
    rr_same divu, 0x00000001, 0xffffffff
    rr_to_x0 divu, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    divu t2, t0, x0
    expect t2, 0xffffffff
    divu t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    divu t2, t0, x0
    expect t2, 0xffffffff
    divu t2, x0, t0
    expect t2, 0x00000000
    divu t2, x0, x0
    expect t2, 0xffffffff
    test_end

/* sll: left shift by the low five bits of rs2 (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr sll, 0x00000001, 0x00000001, 0x00000000
    rr sll, 0x00000002, 0x00000001, 0x00000001
    rr sll, 0x00000080, 0x00000001, 0x00000007
    rr sll, 0x00004000, 0x00000001, 0x0000000e
    rr sll, 0x80000000, 0x00000001, 0x0000001f
    rr sll, 0xffffffff, 0xffffffff, 0x00000000
    rr sll, 0xfffffffe, 0xffffffff, 0x00000001
    rr sll, 0x80000000, 0xffffffff, 0x0000001f
    rr sll, 0x00000000, 0x80000000, 0x0000001f
    rr sll, 0x00000000, 0x80000000, 0x00000001
    rr sll, 0x80000000, 0x7fffffff, 0x0000001f
    rr sll, 0x48484000, 0x21212121, 0x0000000e
    rr sll, 0x21212121, 0x21212121, 0x00000020
    rr sll, 0x42424242, 0x21212121, 0x00000021
    rr sll, 0x80000000, 0x81818181, 0x0000003f
    rr sll, 0x81818181, 0x81818181, 0xffffffe0
    rr sll, 0x80000000, 0x81818181, 0xffffffff
    rr sll, 0x00000000, 0x00000000, 0x0000001f
    rr sll, 0x80000001, 0x80000001, 0x80000000
    rr_same sll, 0x00000000, 0x00000000
    rr_same sll, 0x00000002, 0x00000001
    rr_same sll, 0x000000a0, 0x00000005
    rr_same sll, 0x80000000, 0x7fffffff
    rr_same sll, 0x80000000, 0x80000000
    rr_same sll, 0x80000000, 0xffffffff
    rr_to_x0 sll, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    sll t2, t0, x0
    expect t2, 0x00000005
    sll t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    sll t2, t0, x0
    expect t2, 0x80000000
    sll t2, x0, t0
    expect t2, 0x00000000
    sll t2, x0, x0
    expect t2, 0x00000000
    test_end

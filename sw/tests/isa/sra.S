/* sra: arithmetic right shift by the low five bits of rs2 (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr sra, 0x00000001, 0x00000001, 0x00000000
    rr sra, 0x00000000, 0x00000001, 0x00000001
    rr sra, 0x00000000, 0x00000001, 0x00000007
    rr sra, 0x00000000, 0x00000001, 0x0000000e
    rr sra, 0x00000000, 0x00000001, 0x0000001f
    rr sra, 0xffffffff, 0xffffffff, 0x00000000
    rr sra, 0xffffffff, 0xffffffff, 0x00000001
    rr sra, 0xffffffff, 0xffffffff, 0x0000001f
    rr sra, 0xffffffff, 0x80000000, 0x0000001f
    rr sra, 0xc0000000, 0x80000000, 0x00000001
    rr sra, 0x00000000, 0x7fffffff, 0x0000001f
    rr sra, 0x00008484, 0x21212121, 0x0000000e
    rr sra, 0x21212121, 0x21212121, 0x00000020
    rr sra, 0x10909090, 0x21212121, 0x00000021
    rr sra, 0xffffffff, 0x81818181, 0x0000003f
    rr sra, 0x81818181, 0x81818181, 0xffffffe0
    rr sra, 0xffffffff, 0x81818181, 0xffffffff
    rr sra, 0x00000000, 0x00000000, 0x0000001f
    rr sra, 0x80000001, 0x80000001, 0x80000000
    rr_same sra, 0x00000000, 0x00000000
    rr_same sra, 0x00000000, 0x00000001
    rr_same sra, 0x00000000, 0x00000005
    rr_same sra, 0x00000000, 0x7fffffff
    rr_same sra, 0x80000000, 0x80000000
    rr_same sra, 0xffffffff, 0xffffffff
    rr_to_x0 sra, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    sra t2, t0, x0
    expect t2, 0x00000005
    sra t2, x0, t0
    expect t2, 0x00000000
    li t0, 0x80000000
    sra t2, t0, x0
    expect t2, 0x80000000
    sra t2, x0, t0
    expect t2, 0x00000000
    sra t2, x0, x0
    expect t2, 0x00000000
    test_end

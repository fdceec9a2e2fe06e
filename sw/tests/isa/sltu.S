/* sltu: unsigned compare (unprivileged manual 2.4.2).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    rr sltu, 0x00000000, 0x00000000, 0x00000000
    rr sltu, 0x00000000, 0x00000001, 0x00000001
    rr sltu, 0x00000001, 0x00000003, 0x00000007
    rr sltu, 0x00000001, 0x00000000, 0xffff8000
    rr sltu, 0x00000000, 0x80000000, 0x00000000
    rr sltu, 0x00000001, 0x80000000, 0xffff8000
    rr sltu, 0x00000001, 0x00000000, 0x00007fff
    rr sltu, 0x00000000, 0x7fffffff, 0x00000000
    rr sltu, 0x00000000, 0x7fffffff, 0x00007fff
    rr sltu, 0x00000000, 0x80000000, 0x00007fff
    rr sltu, 0x00000001, 0x7fffffff, 0xffff8000
    rr sltu, 0x00000001, 0x00000000, 0xffffffff
    rr sltu, 0x00000000, 0xffffffff, 0x00000001
    rr sltu, 0x00000000, 0xffffffff, 0xffffffff
    rr sltu, 0x00000001, 0x00000001, 0x7fffffff
    rr sltu, 0x00000000, 0x80000000, 0x80000000
    rr sltu, 0x00000000, 0x7fffffff, 0x7fffffff
    rr sltu, 0x00000001, 0x80000000, 0xffffffff
    rr sltu, 0x00000000, 0xffffffff, 0x80000000
    rr sltu, 0x00000000, 0x80000000, 0x7fffffff
    rr sltu, 0x00000001, 0x7fffffff, 0x80000000
    rr sltu, 0x00000000, 0xaaaaaaaa, 0x55555555
    rr sltu, 0x00000001, 0x12345678, 0x9abcdef0
    rr_same sltu, 0x00000000, 0x00000000
    rr_same sltu, 0x00000000, 0x00000001
    rr_same sltu, 0x00000000, 0x00000005
    rr_same sltu, 0x00000000, 0x7fffffff
    rr_same sltu, 0x00000000, 0x80000000
    rr_same sltu, 0x00000000, 0xffffffff
    rr_to_x0 sltu, 0x00000011, 0x00000003
    /* x0 as an operand */
    li t0, 0x00000005
    sltu t2, t0, x0
    expect t2, 0x00000000
    sltu t2, x0, t0
    expect t2, 0x00000001
    li t0, 0x80000000
    sltu t2, t0, x0
    expect t2, 0x00000000
    sltu t2, x0, t0
    expect t2, 0x00000001
    sltu t2, x0, x0
    expect t2, 0x00000000
    test_end

/* andi: and with a sign-extended immediate (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri andi, 0x00000000, 0x00000000, 0
    ri andi, 0x00000000, 0x00000000, 1
    ri andi, 0x00000000, 0x00000000, -1
    ri andi, 0x00000000, 0x00000000, 2047
    ri andi, 0x00000000, 0x00000000, -2048
    ri andi, 0x00000000, 0x00000000, 1365
    ri andi, 0x00000000, 0x00000000, -1366
    ri andi, 0x00000000, 0x00000001, 0
    ri andi, 0x00000001, 0x00000001, 1
    ri andi, 0x00000001, 0x00000001, -1
    ri andi, 0x00000001, 0x00000001, 2047
    ri andi, 0x00000000, 0x00000001, -2048
    ri andi, 0x00000001, 0x00000001, 1365
    ri andi, 0x00000000, 0x00000001, -1366
    ri andi, 0x00000000, 0xffffffff, 0
    ri andi, 0x00000001, 0xffffffff, 1
    ri andi, 0xffffffff, 0xffffffff, -1
    ri andi, 0x000007ff, 0xffffffff, 2047
    ri andi, 0xfffff800, 0xffffffff, -2048
    ri andi, 0x00000555, 0xffffffff, 1365
    ri andi, 0xfffffaaa, 0xffffffff, -1366
    ri andi, 0x00000000, 0x7fffffff, 0
    ri andi, 0x00000001, 0x7fffffff, 1
    ri andi, 0x7fffffff, 0x7fffffff, -1
    ri andi, 0x000007ff, 0x7fffffff, 2047
    ri andi, 0x7ffff800, 0x7fffffff, -2048
    ri andi, 0x00000555, 0x7fffffff, 1365
    ri andi, 0x7ffffaaa, 0x7fffffff, -1366
    ri andi, 0x00000000, 0x80000000, 0
    ri andi, 0x00000000, 0x80000000, 1
    ri andi, 0x80000000, 0x80000000, -1
    ri andi, 0x00000000, 0x80000000, 2047
    ri andi, 0x80000000, 0x80000000, -2048
    ri andi, 0x00000000, 0x80000000, 1365
    ri andi, 0x80000000, 0x80000000, -1366
    ri andi, 0x00000000, 0x000007ff, 0
    ri andi, 0x00000001, 0x000007ff, 1
    ri andi, 0x000007ff, 0x000007ff, -1
    ri andi, 0x000007ff, 0x000007ff, 2047
    ri andi, 0x00000000, 0x000007ff, -2048
    ri andi, 0x00000555, 0x000007ff, 1365
    ri andi, 0x000002aa, 0x000007ff, -1366
    ri andi, 0x00000000, 0xfffff800, 0
    ri andi, 0x00000000, 0xfffff800, 1
    ri andi, 0xfffff800, 0xfffff800, -1
    ri andi, 0x00000000, 0xfffff800, 2047
    ri andi, 0xfffff800, 0xfffff800, -2048
    ri andi, 0x00000000, 0xfffff800, 1365
    ri andi, 0xfffff800, 0xfffff800, -1366
    ri andi, 0x00000000, 0x12345678, 0
    ri andi, 0x00000000, 0x12345678, 1
    ri andi, 0x12345678, 0x12345678, -1
    ri andi, 0x00000678, 0x12345678, 2047
    ri andi, 0x12345000, 0x12345678, -2048
    ri andi, 0x00000450, 0x12345678, 1365
    ri andi, 0x12345228, 0x12345678, -1366
    ri_to_x0 andi, 0x00000007, 3
    /* x0 as the operand */
    andi t2, x0, -5
    expect t2, 0x00000000
    andi t2, x0, 5
    expect t2, 0x00000000
    test_end

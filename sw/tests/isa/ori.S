/* ori: or with a sign-extended immediate (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri ori, 0x00000000, 0x00000000, 0
    ri ori, 0x00000001, 0x00000000, 1
    ri ori, 0xffffffff, 0x00000000, -1
    ri ori, 0x000007ff, 0x00000000, 2047
    ri ori, 0xfffff800, 0x00000000, -2048
    ri ori, 0x00000555, 0x00000000, 1365
    ri ori, 0xfffffaaa, 0x00000000, -1366
    ri ori, 0x00000001, 0x00000001, 0
    ri ori, 0x00000001, 0x00000001, 1
    ri ori, 0xffffffff, 0x00000001, -1
    ri ori, 0x000007ff, 0x00000001, 2047
    ri ori, 0xfffff801, 0x00000001, -2048
    ri ori, 0x00000555, 0x00000001, 1365
    ri ori, 0xfffffaab, 0x00000001, -1366
    ri ori, 0xffffffff, 0xffffffff, 0
    ri ori, 0xffffffff, 0xffffffff, 1
    ri ori, 0xffffffff, 0xffffffff, -1
    ri ori, 0xffffffff, 0xffffffff, 2047
    ri ori, 0xffffffff, 0xffffffff, -2048
    ri ori, 0xffffffff, 0xffffffff, 1365
    ri ori, 0xffffffff, 0xffffffff, -1366
    ri ori, 0x7fffffff, 0x7fffffff, 0
    ri ori, 0x7fffffff, 0x7fffffff, 1
    ri ori, 0xffffffff, 0x7fffffff, -1
    ri ori, 0x7fffffff, 0x7fffffff, 2047
    ri ori, 0xffffffff, 0x7fffffff, -2048
    ri ori, 0x7fffffff, 0x7fffffff, 1365
    ri ori, 0xffffffff, 0x7fffffff, -1366
    ri ori, 0x80000000, 0x80000000, 0
    ri ori, 0x80000001, 0x80000000, 1
    ri ori, 0xffffffff, 0x80000000, -1
    ri ori, 0x800007ff, 0x80000000, 2047
    ri ori, 0xfffff800, 0x80000000, -2048
    ri ori, 0x80000555, 0x80000000, 1365
    ri ori, 0xfffffaaa, 0x80000000, -1366
    ri ori, 0x000007ff, 0x000007ff, 0
    ri ori, 0x000007ff, 0x000007ff, 1
    ri ori, 0xffffffff, 0x000007ff, -1
    ri ori, 0x000007ff, 0x000007ff, 2047
    ri ori, 0xffffffff, 0x000007ff, -2048
    ri ori, 0x000007ff, 0x000007ff, 1365
    ri ori, 0xffffffff, 0x000007ff, -1366
    ri ori, 0xfffff800, 0xfffff800, 0
    ri ori, 0xfffff801, 0xfffff800, 1
    ri ori, 0xffffffff, 0xfffff800, -1
    ri ori, 0xffffffff, 0xfffff800, 2047
    ri ori, 0xfffff800, 0xfffff800, -2048
    ri ori, 0xfffffd55, 0xfffff800, 1365
    ri ori, 0xfffffaaa, 0xfffff800, -1366
    ri ori, 0x12345678, 0x12345678, 0
    ri ori, 0x12345679, 0x12345678, 1
    ri ori, 0xffffffff, 0x12345678, -1
    ri ori, 0x123457ff, 0x12345678, 2047
    ri ori, 0xfffffe78, 0x12345678, -2048
    ri ori, 0x1234577d, 0x12345678, 1365
    ri ori, 0xfffffefa, 0x12345678, -1366
    ri_to_x0 ori, 0x00000007, 3
    /* x0 as the operand */
    ori t2, x0, -5
    expect t2, 0xfffffffb
    ori t2, x0, 5
    expect t2, 0x00000005
    test_end

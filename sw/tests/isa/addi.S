/* addi: add a sign-extended immediate, overflow ignored (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    ri addi, 0x00000000, 0x00000000, 0
    ri addi, 0x00000001, 0x00000000, 1
    ri addi, 0xffffffff, 0x00000000, -1
    ri addi, 0x000007ff, 0x00000000, 2047
    ri addi, 0xfffff800, 0x00000000, -2048
    ri addi, 0x00000555, 0x00000000, 1365
    ri addi, 0xfffffaaa, 0x00000000, -1366
    ri addi, 0x00000001, 0x00000001, 0
    ri addi, 0x00000002, 0x00000001, 1
    ri addi, 0x00000000, 0x00000001, -1
    ri addi, 0x00000800, 0x00000001, 2047
    ri addi, 0xfffff801, 0x00000001, -2048
    ri addi, 0x00000556, 0x00000001, 1365
    ri addi, 0xfffffaab, 0x00000001, -1366
    ri addi, 0xffffffff, 0xffffffff, 0
    ri addi, 0x00000000, 0xffffffff, 1
    ri addi, 0xfffffffe, 0xffffffff, -1
    ri addi, 0x000007fe, 0xffffffff, 2047
    ri addi, 0xfffff7ff, 0xffffffff, -2048
    ri addi, 0x00000554, 0xffffffff, 1365
    ri addi, 0xfffffaa9, 0xffffffff, -1366
    ri addi, 0x7fffffff, 0x7fffffff, 0
    ri addi, 0x80000000, 0x7fffffff, 1
    ri addi, 0x7ffffffe, 0x7fffffff, -1
    ri addi, 0x800007fe, 0x7fffffff, 2047
    ri addi, 0x7ffff7ff, 0x7fffffff, -2048
    ri addi, 0x80000554, 0x7fffffff, 1365
    ri addi, 0x7ffffaa9, 0x7fffffff, -1366
    ri addi, 0x80000000, 0x80000000, 0
    ri addi, 0x80000001, 0x80000000, 1
    ri addi, 0x7fffffff, 0x80000000, -1
    ri addi, 0x800007ff, 0x80000000, 2047
    ri addi, 0x7ffff800, 0x80000000, -2048
    ri addi, 0x80000555, 0x80000000, 1365
    ri addi, 0x7ffffaaa, 0x80000000, -1366
    ri addi, 0x000007ff, 0x000007ff, 0
    ri addi, 0x00000800, 0x000007ff, 1
    ri addi, 0x000007fe, 0x000007ff, -1
    ri addi, 0x00000ffe, 0x000007ff, 2047
    ri addi, 0xffffffff, 0x000007ff, -2048
    ri addi, 0x00000d54, 0x000007ff, 1365
    ri addi, 0x000002a9, 0x000007ff, -1366
    ri addi, 0xfffff800, 0xfffff800, 0
    ri addi, 0xfffff801, 0xfffff800, 1
    ri addi, 0xfffff7ff, 0xfffff800, -1
    ri addi, 0xffffffff, 0xfffff800, 2047
    ri addi, 0xfffff000, 0xfffff800, -2048
    ri addi, 0xfffffd55, 0xfffff800, 1365
    ri addi, 0xfffff2aa, 0xfffff800, -1366
    ri addi, 0x12345678, 0x12345678, 0
    ri addi, 0x12345679, 0x12345678, 1
    ri addi, 0x12345677, 0x12345678, -1
    ri addi, 0x12345e77, 0x12345678, 2047
    ri addi, 0x12344e78, 0x12345678, -2048
    ri addi, 0x12345bcd, 0x12345678, 1365
    ri addi, 0x12345122, 0x12345678, -1366
    ri_to_x0 addi, 0x00000007, 3
    /* x0 as the operand */
    addi t2, x0, -5
    expect t2, 0xfffffffb
    addi t2, x0, 5
    expect t2, 0x00000005
    test_end

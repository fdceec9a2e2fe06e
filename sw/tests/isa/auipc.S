/* auipc: the upper immediate added to the address of the auipc itself (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
1:
    auipc t2, 0x0
    lla t0, 1b
    li t6, 0x00000000
    add t6, t6, t0
    want t2
    next_check
1:
    auipc t2, 0x1
    lla t0, 1b
    li t6, 0x00001000
    add t6, t6, t0
    want t2
    next_check
1:
    auipc t2, 0x7ffff
    lla t0, 1b
    li t6, 0x7ffff000
    add t6, t6, t0
    want t2
    next_check
1:
    auipc t2, 0x80000
    lla t0, 1b
    li t6, 0x80000000
    add t6, t6, t0
    want t2
    next_check
1:
    auipc t2, 0xfffff
    lla t0, 1b
    li t6, 0xfffff000
    add t6, t6, t0
    want t2
    auipc x0, 0x12345
    mv t2, x0
    expect t2, 0
    test_end

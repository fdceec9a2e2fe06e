/* lui: the 20-bit immediate in the upper bits, zeros below (unprivileged manual 2.4.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    lui t2, 0x0
    expect t2, 0x00000000
    lui t2, 0x1
    expect t2, 0x00001000
    lui t2, 0x7ffff
    expect t2, 0x7ffff000
    lui t2, 0x80000
    expect t2, 0x80000000
    lui t2, 0xfffff
    expect t2, 0xfffff000
    lui t2, 0x12345
    expect t2, 0x12345000
    lui x0, 0x12345
    mv t2, x0
    expect t2, 0
    test_end

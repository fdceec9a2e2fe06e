/* jal: jumps forward and back, links the address of the next instruction, squashes what is
 * behind it (unprivileged manual 2.5.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    li t1, 0
    lla t6, 1f
    jal t0, 2f
1:
    addi t1, t1, 1
    addi t1, t1, 1
    j test_fail
3:
    li t1, 5
    j 4f
2:
    want t0
    next_check
    lla t6, 1f
    jal ra, 3b
1:
    addi t1, t1, 1
    j test_fail
4:
    want ra
    expect t1, 5
    /* the link used by the very next instructions */
    next_check
    lla t6, 1f + 4
    jal t0, 2f
1:
    j test_fail
2:
    addi t0, t0, 4
    want t0
    .irp gap, 1, 2, 3
    next_check
    lla t6, 1f
    jal t0, 2f
1:
    j test_fail
2:
    nops \gap
    mv t1, t0
    want t1
    .endr
    /* no link in x0 */
    jal x0, 1f
1:
    mv t1, x0
    expect t1, 0
    /* a far jump, there and back */
    next_check
    lla t6, 1f
    jal t0, far
1:
    j test_fail
    .space 0x8000
far:
    want t0
    next_check
    li t1, 7
    j 2f
    .space 0x9000
2:
    expect t1, 7
    test_end

/* jalr clears bit 0 of the sum, whichever operand it came from (unprivileged manual 2.5.1).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    lla t0, 2f
    addi t0, t0, 1
    jalr t1, 0(t0)
1:
    j test_fail
2:
    lla t6, 1b
    want t1
    next_check
    lla t0, 2f
    jalr t1, 1(t0)
    j test_fail
2:
    next_check
    lla t0, 2f
    addi t0, t0, 2
    jalr t1, -1(t0)
    j test_fail
2:
    /* both odd: the sum is even and is the target */
    next_check
    lla t0, 2f
    addi t0, t0, 1
    jalr t1, -1(t0)
    j test_fail
2:
    test_end

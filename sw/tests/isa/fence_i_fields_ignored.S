/* fence.i with other rd, rs1 and immediate is still fence.i (unprivileged manual 3: the fields are
 * to be ignored).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    li t3, 0x33
    la t0, 1f
    li t1, 0x00700393 /* addi t2, x0, 7 */
    sw t1, 0(t0)
    .word 0x123e1e0f /* rd = t3, rs1 = t3, imm = 0x123 */
1:
    addi t2, x0, 1
    li t6, 7
    want t2
    expect t3, 0x33
    test_end

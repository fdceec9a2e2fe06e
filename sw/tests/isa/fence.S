/* fence: every form, also those reserved, orders or does nothing (unprivileged manual 2.7).
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    next_check
    la t0, cell
    li t1, 0x12345678
    sw t1, 0(t0)
    fence
    lw t2, 0(t0)
    mv t6, t1
    want t2
    fence rw, rw
    fence r, r
    fence w, w
    fence io, io
    fence.tso
    fence iorw, iorw
    next_check
    /* reserved forms run as a normal fence: fm, rs1 and rd are to be ignored */
    li t3, 0x33
    .word 0x0ff00e0f /* rd = t3 */
    .word 0x0ffe000f /* rs1 = t3 */
    .word 0x10f0000f /* fm = 1 */
    .word 0x0000000f /* no set */
    li t6, 0x33
    want t3
    test_end

    .data
    .balign 4
cell:
    .word 0

/* What reset and the boot ROM leave: M mode, a0 = hart 0, a1 = a device tree, MIE and MPRV
 * clear, mcause zero, maps and gates off (privileged manual 3.4).
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

    test_begin
    expect a0, 0
    /* the blob's magic number, big endian, within the boot ROM */
    srli t1, a1, 12
    expect t1, 1
    lw t1, 0(a1)
    expect t1, 0xedfe0dd0
    csrr t1, mstatus
    li t2, MSTATUS_MIE | MSTATUS_MPRV
    and t1, t1, t2
    expect t1, 0
    csrr t1, mcause
    expect t1, 0
    csrr t1, satp
    expect t1, 0
    csrr t1, CSR_UPMAR
    expect t1, 0
    csrr t1, CSR_GTBL
    expect t1, 0
    csrr t1, mhartid
    expect t1, 0
    /* the stored program is where the ROM jumps to */
    next_check
    li t6, 0x80000000
    lla t1, _start
    want t1
    test_end

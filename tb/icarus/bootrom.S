/* The reset code of rtl/soc/bootrom.S with the integer registers cleared first.
 * Reset defines none of them, and a C function's first act is to save some; on a
 * four-state simulator that would be an unknown value stored. Behind it the same
 * device tree. Both simulators run it when their traces are compared.
 * SPDX-License-Identifier: ISC */
        .section .text
        .globl  _start
_start:
        .irp    n, 1,2,3,4,6,7,8,9,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        li      x\n, 0
        .endr
        csrr    a0, mhartid
        lla     a1, dtb
        lui     t0, 0x80000             /* DRAM */
        jr      t0

        .balign 8
dtb:
        .incbin DTB

        .org    0x1000, 0

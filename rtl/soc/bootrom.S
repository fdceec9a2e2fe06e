/* The reset code: what a hart needs to know to start an image at the foot of DRAM. The device tree blob lies
 * behind it, so both must fit into the ROM's 4 KiB; more is an error of the assembler's.
 * SPDX-License-Identifier: ISC */
        .section .text
        .globl  _start
_start:
        csrr    a0, mhartid
        lla     a1, dtb
        lui     t0, 0x80000             /* DRAM */
        jr      t0

        .balign 8                       /* the Devicetree Specification, 5.1 */
dtb:
        .incbin DTB

        .org    0x1000, 0

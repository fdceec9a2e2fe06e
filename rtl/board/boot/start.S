/* The boards' boot ROM: a stack at the end of memory, the loader, and what it loaded started as the simulator's
 * boot ROM starts an image: a0 = hart, a1 = device tree. The tree lies behind the code; both fit into 4 KiB.
 * SPDX-License-Identifier: ISC */
        .section .text.start, "ax"
        .globl  _start
_start:
        li      sp, 0x80000000 + DRAM_BYTES
        call    load                    /* answers the entry */
        mv      t0, a0
        csrr    a0, mhartid
        lla     a1, dtb
        fence.i
        jr      t0

        .section .rodata.dtb, "a"
        .balign 8                       /* the Devicetree Specification, 5.1 */
        .globl  dtb
dtb:    .incbin DTB

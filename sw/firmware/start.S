/* Entry of the image and of every trap into M mode: the registers are saved on
 * the firmware's stack in the order of their numbers (struct frame), and given
 * back from there. Also the image's first two words, which bring control from
 * the start of DRAM, where the payload's own code lies, to the firmware.
 * SPDX-License-Identifier: ISC */

    .option norvc

/* The payload, with its first two words set aside: the boot ROM jumps to them. */
    .section .payload, "awx", @progbits
    .globl payload
payload:
    lui t0, %hi(_start)
    jr %lo(_start)(t0)
    .incbin PAYLOAD, 8

    .section .payload_head, "a", @progbits
    .globl payload_head
payload_head:
    .incbin PAYLOAD, 0, 8

    .section .text.entry, "ax", @progbits
    .globl _start
_start:
    la sp, _stack_top
    la t0, _bss
    la t1, _bss_end
1:  sw zero, 0(t0)
    addi t0, t0, 4
    bltu t0, t1, 1b
    la t0, trap_entry
    csrw mtvec, t0
    csrw mscratch, sp
    call firmware_boot      /* a0 = hart, a1 = device tree; gives the tree's copy */
    mv a1, a0
    csrr a0, mhartid
    mret

    .balign 4
trap_entry:
    csrrw sp, mscratch, sp
    addi sp, sp, -128
    .irp n, 1,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    sw x\n, 4*\n(sp)
    .endr
    addi t0, sp, 128
    csrrw t0, mscratch, t0
    sw t0, 8(sp)            /* the interrupted code's sp; x0's slot is not used */
    sw zero, 0(sp)
    mv a0, sp
    call firmware_trap
    .irp n, 1,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    lw x\n, 4*\n(sp)
    .endr
    lw sp, 8(sp)
    mret

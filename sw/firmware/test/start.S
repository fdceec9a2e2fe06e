/* Entry of the firmware's test: a payload in S mode, with a trap handler that notes the
 * trap and steps over the instruction.
 * SPDX-License-Identifier: ISC */
    .option norvc
    .section .text.entry, "ax", @progbits
    .globl _start
_start:
    j 1f                    /* the image's first two words are set aside and put back */
    .word 0x5AFE5AFE
1:  .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, stack_top
    la t0, on_trap
    csrw stvec, t0
    call test_main
2:  j 2b

    .balign 4
on_trap:
    csrw sscratch, t0
    la t0, trapped          /* struct { cause, tval } */
    sw t1, 8(t0)
    csrr t1, scause
    sw t1, 0(t0)
    csrr t1, stval
    sw t1, 4(t0)
    csrr t1, sepc
    addi t1, t1, 4
    csrw sepc, t1
    lw t1, 8(t0)
    csrr t0, sscratch
    sret

    .bss
    .balign 16
    .globl trapped
trapped:
    .zero 16
    .zero 2048
stack_top:

/* A small program with everything that the harness looks for in an image: a
 * signature, a tohost, zeros to be made, names of modules. It ends with status 3.
 * SPDX-License-Identifier: ISC */
    .section .text
    .globl _start
_start:
    la t0, tohost
    li t1, 3 << 1 | 1
    sw t1, 0(t0)
1:  j 1b

    .section .data
    .balign 4096
    .globl begin_signature, end_signature, tohost
begin_signature:
    .word 0xbeadf0ef, 0x00c0ffee
end_signature:
    .balign 64
tohost:
    .word 0, 0

    .section .bss
    .balign 4096
    .globl trace_names
    .type trace_names, @object
    .size trace_names, 64
trace_names:
    .space 64

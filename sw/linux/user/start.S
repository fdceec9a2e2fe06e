/* Where a program begins: the kernel leaves argc and argv on the stack.
 * SPDX-License-Identifier: ISC */
    .text
    .globl _start
_start:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    lw a0, 0(sp)
    addi a1, sp, 4
    andi sp, sp, -16
    call main
    li a7, 94               /* exit_group */
    ecall

/* A module's first instructions: the kernel gives its handle in a0 and its
 * argument in a1, and the stack; main's result is the exit status.
 * SPDX-License-Identifier: ISC */
    .section .text.start, "ax"
    .globl  _start
_start:
    mv      a0, a1
    jal     main
    jal     module_exit

/* The number of passes that the linker was given; 0 for the program's own. It
 * is a word and not an instruction's operand, so that it moves nothing.
 * SPDX-License-Identifier: ISC */
    .section .rodata
    .globl passes_wanted
    .align 2
passes_wanted:
    .word bench_passes

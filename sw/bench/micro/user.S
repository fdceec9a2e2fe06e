/* What micro.elf does in U mode, piece by piece; ends by ebreak.
 * SPDX-License-Identifier: ISC */
    .text
    .globl user_main
user_main:
    call user_pipeline
    call user_branches
    call user_caches
    call user_tlb
    call user_traps
    call user_gates
    ebreak

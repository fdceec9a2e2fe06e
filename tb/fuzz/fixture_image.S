/* The assembled fixture, for the generator.
 * SPDX-License-Identifier: ISC */
    .section .rodata
    .globl fuzz_fixture, fuzz_fixture_end
    .balign 4
fuzz_fixture:
    .incbin FIXTURE
fuzz_fixture_end:
    .section .note.GNU-stack, "", @progbits

# Stores a register that nothing has written since reset: the Icarus bench must say
# that an unknown value reached state.
# SPDX-License-Identifier: ISC
        .section .text.start, "ax"
        .globl  _start
_start:
        la      t0, word
        sw      s7, 0(t0)
        li      t0, 0x100000            # the finisher: pass
        li      t1, 0x5555
        sw      t1, 0(t0)
1:      j       1b

        .balign 4
word:   .word   0

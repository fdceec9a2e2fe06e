/* attempt(f, arg, fault): what a fault in f cannot get past. Not nested.
 * SPDX-License-Identifier: ISC */
    .text
    .globl  attempt
attempt:
    addi    sp, sp, -64
    sw      ra, 0(sp)
    sw      s0, 4(sp)
    sw      s1, 8(sp)
    sw      s2, 12(sp)
    sw      s3, 16(sp)
    sw      s4, 20(sp)
    sw      s5, 24(sp)
    sw      s6, 28(sp)
    sw      s7, 32(sp)
    sw      s8, 36(sp)
    sw      s9, 40(sp)
    sw      s10, 44(sp)
    sw      s11, 48(sp)
    sw      a2, 52(sp)
    la      t0, attempt_sp
    sw      sp, 0(t0)
    mv      s0, a0
    mv      s1, a1
    la      a0, attempt_fault
    jal     attempt_arm
    mv      a0, s1
    jalr    s0
    li      a0, 0
    jal     attempt_arm
    li      a0, 0
    j       1f

    .balign 4
attempt_fault:
    la      t0, attempt_sp
    lw      sp, 0(t0)
    lw      t1, 52(sp)
    sw      a0, 0(t1)
    sw      a1, 4(t1)
    sw      a2, 8(t1)
    li      a0, 1
1:  lw      ra, 0(sp)
    lw      s0, 4(sp)
    lw      s1, 8(sp)
    lw      s2, 12(sp)
    lw      s3, 16(sp)
    lw      s4, 20(sp)
    lw      s5, 24(sp)
    lw      s6, 28(sp)
    lw      s7, 32(sp)
    lw      s8, 36(sp)
    lw      s9, 40(sp)
    lw      s10, 44(sp)
    lw      s11, 48(sp)
    addi    sp, sp, 64
    ret

    .bss
    .balign 4
attempt_sp:
    .space  4

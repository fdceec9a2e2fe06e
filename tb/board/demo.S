/* What the HX8K runs in its test: the lecture's machine in 8 KiB, without a kernel in C. M makes a map of one page
 * for U, a table of two gates, and leaves for U. U prints by gate 3, touches a page that is not there, calls a gate
 * that is not there, and ends by gate 4. S runs on physical addresses.
 *
 *   8000 0000   this code; in U's map at 0000 1000, readable and executable
 *   8000 1000   U's map, of both levels: entry 0 of the root points to the same page, as the table. Gates 3 and 4 are
 *               in it too, in words 12 and 16, which as entries belong to addresses that nobody uses
 * SPDX-License-Identifier: ISC */
        .macro  svc imm
        .insn   i 0x0B, 0, x0, x0, \imm
        .endm
        .equ    upmar, 0x5C0
        .equ    gtbl, 0x5C1
        .equ    MAP, 0x80001000
        .equ    UART, 0x10000000        /* set up by the boot ROM */
        .equ    FINISHER, 0x00100000
        .equ    THERE, 0x00001000       /* where U has this page */

        .section .text
        .globl  _start
_start: la      t0, trap_in_m
        csrw    mtvec, t0
        li      t0, MAP
        li      t1, MAP + 4096
1:      sw      zero, 0(t0)
        addi    t0, t0, 4
        bltu    t0, t1, 1b

        li      t1, MAP
        li      t0, MAP >> 2 | 0x01             /* V: a pointer */
        sw      t0, 0(t1)
        li      t0, 0x80000000 >> 2 | 0x5b      /* V R X U A */
        sw      t0, 4(t1)
        la      t0, enter_print
        ori     t0, t0, 1
        sw      t0, 3 * 16(t1)
        la      t0, enter_end
        ori     t0, t0, 1
        sw      t0, 4 * 16(t1)
        li      t0, 0x80400000 | MAP >> 12      /* MODE, ASID 1 */
        csrw    upmar, t0
        li      t0, 0x80000000 | MAP >> 12
        csrw    gtbl, t0
        sfence.vma

        la      t0, trap_in_s
        csrw    stvec, t0
        li      t0, 0x0100b3ff
        csrw    medeleg, t0
        li      t0, THERE
        la      t1, user
        slli    t1, t1, 20
        srli    t1, t1, 20
        or      t0, t0, t1
        csrw    mepc, t0
        mret                                    /* MPP is U after reset */

/* --- U */
user:   lla     a0, hello
        svc     3
        li      t0, 0x00003000
        sw      zero, 0(t0)
        svc     99
        li      a0, 0
        svc     4

/* --- S. a0: text, by U's address; what U may touch is this page alone */
        .balign 4
enter_print:
        csrw    sscratch, ra
        slli    a0, a0, 20
        srli    a0, a0, 20
        lui     t0, 0x80000
        or      a0, a0, t0
        jal     print
        csrr    ra, sscratch
        sret

        .balign 4
enter_end:
        mv      t4, a0
        lla     a0, end
        jal     print
        li      t0, UART
1:      lbu     t1, 5(t0)                       /* LSR: sent */
        andi    t1, t1, 0x40
        beqz    t1, 1b
        slli    t4, t4, 16
        li      t0, 0x3333
        or      t4, t4, t0
        beq     t4, t0, 2f
        j       3f
2:      li      t4, 0x5555
3:      li      t0, FINISHER
        sw      t4, 0(t0)
1:      j       1b

        .balign 4
trap_in_s:                                      /* says what it was, and goes on behind it */
        csrr    t2, scause
        li      t0, 15
        lla     a0, fault
        beq     t2, t0, 1f
        li      t0, 24
        lla     a0, no_gate
        beq     t2, t0, 1f
        li      a0, 1
        j       enter_end
1:      jal     print
        csrr    t2, stval
        li      t3, 28
2:      srl     a1, t2, t3
        andi    a1, a1, 15
        addi    a1, a1, '0'
        jal     put                             /* digits only, as it happens */
        addi    t3, t3, -4
        bgez    t3, 2b
        li      a1, '\n'
        jal     put
        csrr    t2, sepc
        addi    t2, t2, 4
        csrw    sepc, t2
        sret

trap_in_m:
        li      t4, 0x3333 | 2 << 16
        li      t0, FINISHER
        sw      t4, 0(t0)
1:      j       1b

print:  mv      t5, ra
1:      lbu     a1, 0(a0)
        beqz    a1, 2f
        jal     put
        addi    a0, a0, 1
        j       1b
2:      jr      t5

put:    li      t0, UART                        /* a1; spoils t0, t1 */
1:      lbu     t1, 5(t0)                       /* LSR: room */
        andi    t1, t1, 0x20
        beqz    t1, 1b
        sb      a1, 0(t0)
        ret

hello:  .asciz  "U: by gate 3\n"
fault:  .asciz  "S: store page fault at "
no_gate: .asciz "S: undefined gate "
end:    .asciz  "S: the end, by gate 4\n"

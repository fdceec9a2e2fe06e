/* The crossings: the gates' stubs, the trap entry, and the way back to user
 * mode. One kernel stack serves all modules: the kernel is not preempted and
 * never sleeps; a module that must wait is tried again later (sched.c).
 *
 * In user mode sscratch holds the stack's top, &cpu; in a quick gate, the
 * user's sp; in the rest of the kernel, 0. User C calls a gate like a function
 * that may spoil ra, t0-t6 and a1-a7, so the stubs of the quick gates save
 * nothing: C keeps s0-s11, the kernel uses neither gp nor tp, and every other
 * register is cleared on the way out, so that nothing of the kernel's shows.
 * SPDX-License-Identifier: ISC */
#include "abi.h"
#include "csr.h"
#include "entry.h"

/* struct module and struct cpu, as in kernel.h, which checks them */
#define X(n) (4 * (n))
#define PC 0
#define MAP 128
#define GATE 132
#define IN_GATE 133
#define MAIL 134
#define STATE 136
#define ID 140
#define PARTNER 144
#define CURRENT 0
#define LEAVE 4
#define SWITCHES 8

#ifdef PLAN_SWITCH
#define MAPREG CSR_UPMAR
#else
#define MAPREG satp
#endif

    .section .stack, "aw", @nobits      /* kmain clears cpu */
    .balign 4096
    .globl  stack_guard, cpu
stack_guard:
    .space  4096                        /* unmapped */
    .space  STACK
cpu:
    .space  64
    .balign 4096

/* lw or sw of registers, by number, from or to the struct module at t0 */
#define R11_TO_17 11, 12, 13, 14, 15, 16, 17
#define R8_TO_27 8, 9, 10, R11_TO_17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
#define SAVED 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27      /* s0 to s11 */
.macro registers instruction, numbers:vararg
    .irp number, \numbers
    \instruction x\number, X(\number)(t0)
    .endr
.endm

    .section .text.entry, "ax"
/* In PLAN=switch the gate table leads here, with the module's sp; in
 * PLAN=ubit the trap entry does, having changed the stack. */
.macro enter_kernel
#ifdef PLAN_SWITCH
    csrrw   sp, sscratch, sp
#endif
.endm

.macro clear_temps
    li      ra, 0
    li      t0, 0
    li      t1, 0
    li      t2, 0
    li      t3, 0
    li      t4, 0
    li      t5, 0
    li      t6, 0
.endm

.macro leave_quick
    csrrw   sp, sscratch, sp
    li      a2, 0
    li      a3, 0
    li      a4, 0
    li      a5, 0
    li      a6, 0
    li      a7, 0
    clear_temps
    sret
.endm

.macro quick_gate n, name
    .balign 8
enter_\name:
    enter_kernel
    jal     gate_\name
    li      a1, 0
    leave_quick
.endm

.macro quick2_gate n, name
    .balign 8
enter_\name:
    enter_kernel
    jal     gate_\name
    leave_quick
.endm

.macro full_gate n, name
    .balign 8
enter_\name:
    enter_kernel
    la      t1, gate_\name
    li      t2, \n
    j       full
.endm

/* Register calls go by the fast path below; if it cannot be taken, by C. */
.macro switch_gate n, name
    .balign 8
slow_\name:
    li      t2, \n
    jal     t3, save_gate
    jal     gate_\name
    lw      t1, LEAVE(sp)
    bnez    t1, leave
    lw      t0, CURRENT(sp)
    j       resume_gate
.endm

/* The module t3 of the handle a0, if it is one that waits for the partner t6.
 * t0 = the caller. */
.macro find_partner slow
    andi    t1, a0, 0xFF
    sltiu   t2, t1, NMODULES
    beqz    t2, \slow
    li      t2, MODULE_SIZE
    mul     t1, t1, t2
    la      t3, modules
    add     t3, t3, t1
    lw      t4, ID(t3)
    lw      t5, PARTNER(t3)
    bne     t4, a0, \slow
    bne     t5, t6, \slow
.endm

/* From the module t0, in gate \n, straight to t3, which is in one, too. a0 to a3
 * go over as they are. What C keeps for its caller is kept for ours. */
.macro hand_over n
    csrrw   t4, sscratch, sp
    csrr    t5, sepc
    lw      t1, SWITCHES(sp)
    li      t2, BLOCKED
    sw      t3, CURRENT(sp)
    addi    t1, t1, 1
    sw      t1, SWITCHES(sp)
    sw      t4, X(2)(t0)
    sw      t5, PC(t0)
    lw      t4, MAP(t3)
    lw      t5, PC(t3)
    sw      t2, STATE(t0)
    li      t1, 0x100 + \n               /* in_gate and gate */
    sh      t1, GATE(t0)
    csrw    MAPREG, t4
    csrw    sepc, t5
    sw      zero, PARTNER(t3)
    li      t2, RUNNING
    sw      t2, STATE(t3)
    registers sw, 3, 4, SAVED
    lw      sp, X(2)(t3)
    lw      gp, X(3)(t3)
    lw      tp, X(4)(t3)
    lw      s0, X(8)(t3)
    lw      s1, X(9)(t3)
    lw      s2, X(18)(t3)
    lw      s3, X(19)(t3)
    lw      s4, X(20)(t3)
    lw      s5, X(21)(t3)
    lw      s6, X(22)(t3)
    lw      s7, X(23)(t3)
    lw      s8, X(24)(t3)
    lw      s9, X(25)(t3)
    lw      s10, X(26)(t3)
    lw      s11, X(27)(t3)
    li      a4, 0
    li      a5, 0
    li      a6, 0
    li      a7, 0
    clear_temps
    sret
.endm

    .section .text.entry, "ax"
/* Traps; in PLAN=ubit gate calls, too: by ecall with the gate's number in a7,
 * whose caller does not expect t0-t6 back. */
    .balign 32
    .globl  trap_entry
trap_entry:
    csrrw   sp, sscratch, sp
    bgez    sp, kernel_fault            /* a user's sp: we were in the kernel */
    sw      t0, -4(sp)
#ifdef PLAN_SWITCH
    j       save_trap
#else
    csrr    t0, scause
    addi    t0, t0, -CAUSE_ECALL_U
    bnez    t0, save_trap
    li      t1, NGATES
    bgeu    a7, t1, save_trap
    csrr    t0, sepc
    la      t2, gate_stubs
    slli    t1, a7, 2
    add     t2, t2, t1
    lw      t2, 0(t2)
    addi    t0, t0, 4
    csrw    sepc, t0
    jr      t2
#endif

    .balign 32
/* rcall(module, w1, w2, w3): to one that waits for anyone in rserve() */
enter_rcall:
    enter_kernel
    lw      t0, CURRENT(sp)
    li      t6, ANYONE
    find_partner slow_rcall
    sw      a0, PARTNER(t0)
    lw      a0, ID(t0)
    hand_over GATE_RCALL

/* rserve(caller, w1, w2, w3): back to one that waits for us in rcall(), unless
 * somebody may be waiting at our door */
    .balign 32
enter_rserve:
    enter_kernel
    lw      t0, CURRENT(sp)
    lbu     t1, MAIL(t0)
    lw      t6, ID(t0)
    bnez    t1, slow_rserve
    find_partner slow_rserve
    li      t1, ANYONE
    sw      t1, PARTNER(t0)
    li      a0, 0
    hand_over GATE_RSERVE

#define QUICK(n, name, args) quick_gate n, name;
#define QUICK2(n, name, args) quick2_gate n, name;
#define FULL(n, name, args) full_gate n, name;
#define SWITCH(n, name, args) switch_gate n, name;
#include "gates.def"
#undef QUICK
#undef QUICK2
#undef FULL
#undef SWITCH

/* Save what a gate's caller expects to find again, and the arguments, which a
 * second try needs. t2 = gate, return to t3. For C: a0 = the module, a1 = its
 * arguments. */
    .balign 16
save_gate:
    lw      t0, CURRENT(sp)
    csrrw   t4, sscratch, zero          /* 0: a trap from here on is ours */
    csrr    t5, sepc
    sb      t2, GATE(t0)
    li      t2, 1
    sb      t2, IN_GATE(t0)
    sw      t4, X(2)(t0)
    sw      t5, PC(t0)
    registers sw, 3, 4, R8_TO_27
    mv      a0, t0
    addi    a1, t0, X(10)
    jr      t3

full:
    jal     t3, save_gate
    jalr    t1
    lw      t1, LEAVE(sp)
    bnez    t1, leave
    /* The caller goes on: C has kept s0-s11, and sepc still holds. */
    lw      t0, CURRENT(sp)
    registers lw, R11_TO_17
    csrw    sscratch, sp
    lw      sp, X(2)(t0)
    clear_temps
    sret

leave:
    jal     schedule                    /* a0 = the gate's result, if any */
    mv      t0, a0
    j       resume

/* user_enter(module): the kernel's first way out */
    .globl  user_enter
user_enter:
    la      sp, cpu
    mv      t0, a0

/* t0 = the module to run, sp = top of the kernel stack */
resume:
    lbu     t1, IN_GATE(t0)
    beqz    t1, resume_trap
    .globl  resume_gate
resume_gate:
    lw      t1, MAP(t0)
    csrr    t2, MAPREG
    beq     t1, t2, 1f
    csrw    MAPREG, t1
1:  lw      t1, PC(t0)
    csrw    sepc, t1
    csrw    sscratch, sp
    registers lw, 2, 3, 4, R8_TO_27
    clear_temps
    sret

resume_trap:
    lw      t1, MAP(t0)
    csrr    t2, MAPREG
    beq     t1, t2, 1f
    csrw    MAPREG, t1
1:  lw      t1, PC(t0)
    csrw    sepc, t1
    csrw    sscratch, sp
    registers lw, 1, 2, 3, 4, 6, 7, R8_TO_27, 28, 29, 30, 31
    lw      t0, X(5)(t0)
    sret

/* Exceptions and interrupts: t0 is at -4(sp). */
    .balign 16
save_trap:
    lw      t0, CURRENT(sp)
    registers sw, 1, 3, 4, 6, 7, R8_TO_27, 28, 29, 30, 31
    lw      t1, -4(sp)
    csrrw   t2, sscratch, zero          /* 0: a trap from here on is ours */
    csrr    t3, sepc
    sw      t1, X(5)(t0)
    sw      t2, X(2)(t0)
    sw      t3, PC(t0)
    sb      zero, IN_GATE(t0)
    mv      a0, t0
    jal     trap
    mv      t0, a0
    j       resume

/* A trap taken in the kernel is the kernel's end: save all and say so. */
kernel_fault:
    csrrw   sp, sscratch, sp
    .globl  panic_now
panic_now:
    csrw    sscratch, t0
    la      t0, panic_regs
    registers sw, 1, 2, 3, 4, 6, 7, R8_TO_27, 28, 29, 30, 31
    csrr    t1, sscratch
    sw      t1, X(5)(t0)
    csrr    t1, sepc
    sw      t1, PC(t0)
    la      sp, panic_stack_top
    jal     kernel_trap
5:  j       5b

    .section .noinit, "aw", @nobits
    .balign 16
    .globl  panic_regs
panic_regs:
    .space  128
    .space  2048
    .balign 16
panic_stack_top:

    .section .rodata
    .balign 4
    .globl  gate_stubs
gate_stubs:
#define QUICK(n, name, args) .word enter_##name;
#define QUICK2(n, name, args) .word enter_##name;
#define FULL(n, name, args) .word enter_##name;
#define SWITCH(n, name, args) .word enter_##name;
#include "gates.def"

/* The way into the kernel through a gate, and back.
 * SPDX-License-Identifier: ISC */
#include "csr.h"
#include "marks.h"

    .text
    .globl user_gates
user_gates:
    li a7, ROUNDS
1:
    mark SVC_ENTRY
    svc 1, x0
    nop

    mark GATE_ROUND
    svc 2, x0
    nop

    mark GATE_UNDEFINED
    svc 9, x0
    nop

    addi a7, a7, -1
    bnez a7, 1b
    ret

    .globl kernel_gate_1
    .align 2
kernel_gate_1:
    mark GATE_RETURN
    sret

    .globl kernel_gate_2
    .align 2
kernel_gate_2:
    sret

/* Byte accesses as the code that trapped would make them: mstatus.MPRV with MPP as the trap
 * left it. A fault comes back as the function's result; what its trap overwrote (mepc,
 * mstatus) is put back, so that the first trap can still be returned from.
 *   uint32_t guarded_load(uint32_t addr, uint32_t bits, uint8_t *byte);
 *   uint32_t guarded_store(uint32_t addr, uint32_t bits, uint8_t byte);
 * `bits` are set in mstatus meanwhile (MPRV, perhaps MXR). 0, or the fault's mcause.
 * SPDX-License-Identifier: ISC */

    .option norvc
    .text

/* a0 = address; leaves through `out` with the byte's access done, or by the trap */
    .macro guarded access:vararg
    csrr t0, mepc
    csrr t1, mstatus
    la t2, 1f
    csrrw t2, mtvec, t2
    li t3, 1
    csrs mstatus, a1
    \access
    li t3, 0
    .balign 4
1:  csrw mtvec, t2
    csrw mstatus, t1
    csrw mepc, t0
    .endm

    .globl guarded_load
guarded_load:
    guarded lbu t4, 0(a0)
    bnez t3, fault
    sb t4, 0(a2)
    li a0, 0
    ret

    .globl guarded_store
guarded_store:
    guarded sb a2, 0(a0)
    bnez t3, fault
    li a0, 0
    ret

fault:
    csrr a0, mcause
    ret

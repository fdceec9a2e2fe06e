/* CSR numbers, bits and the gate call, usable from C and from assembly.
 * Standard CSRs are known to the assembler by name; only Xgate's (and the
 * bit masks) need a definition here.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_CSR_H
#define GATEHOUSE_CSR_H

/* Xgate: user page map, gate table */
#define CSR_UPMAR 0x5C0
#define CSR_GTBL 0x5C1
/* Sstc (the assembler of binutils 2.40 knows it only with the extension on) */
#define CSR_STIMECMP 0x14D
#define CSR_STIMECMPH 0x15D
#define CSR_MENVCFGH 0x31A

#define MSTATUS_SIE 0x00000002
#define MSTATUS_MIE 0x00000008
#define MSTATUS_SPIE 0x00000020
#define MSTATUS_MPIE 0x00000080
#define MSTATUS_SPP 0x00000100
#define MSTATUS_MPP 0x00001800
#define MSTATUS_MPP_S 0x00000800
#define MSTATUS_MPRV 0x00020000
#define MSTATUS_SUM 0x00040000
#define MSTATUS_MXR 0x00080000
#define MSTATUS_TVM 0x00100000
#define MSTATUS_TW 0x00200000
#define MSTATUS_TSR 0x00400000
#define MENVCFGH_STCE 0x80000000

#define SATP_MODE 0x80000000
#define SATP_ASID_SHIFT 22
#define GTBL_ENABLE 0x80000000
#define GATE_VALID 1

/* Sv32 entry */
#define PTE_V 0x01
#define PTE_R 0x02
#define PTE_W 0x04
#define PTE_X 0x08
#define PTE_U 0x10
#define PTE_G 0x20
#define PTE_A 0x40
#define PTE_D 0x80

/* Causes */
#define CAUSE_FETCH_MISALIGNED 0
#define CAUSE_FETCH_ACCESS 1
#define CAUSE_ILLEGAL 2
#define CAUSE_BREAKPOINT 3
#define CAUSE_LOAD_MISALIGNED 4
#define CAUSE_LOAD_ACCESS 5
#define CAUSE_STORE_MISALIGNED 6
#define CAUSE_STORE_ACCESS 7
#define CAUSE_ECALL_U 8
#define CAUSE_ECALL_S 9
#define CAUSE_ECALL_M 11
#define CAUSE_FETCH_PAGE 12
#define CAUSE_LOAD_PAGE 13
#define CAUSE_STORE_PAGE 15
#define CAUSE_UNDEFINED_GATE 24
#define CAUSE_GATE 25
#define CAUSE_INTERRUPT 0x80000000

#ifdef __ASSEMBLER__
/* svc imm(rs1): call the gate named rs1 + imm */
.macro svc imm, base
    .insn i 0x0B, 0, x0, \base, \imm
.endm
#endif
#endif

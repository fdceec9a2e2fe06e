/* Numbers of the RISC-V manuals that the model names: the fields of an
 * instruction, CSR numbers and bits, and (from the software's header) causes
 * and page-map bits.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_RISCV_H
#define GATEHOUSE_RISCV_H

#include <stdint.h>

#include "../sw/common/csr.h"

/* unpriv 2.2, 2.3: fields and immediates */
static inline unsigned insn_opcode(uint32_t insn) { return insn & 0x7F; }
static inline unsigned insn_rd(uint32_t insn) { return insn >> 7 & 0x1F; }
static inline unsigned insn_funct3(uint32_t insn) { return insn >> 12 & 7; }
static inline unsigned insn_rs1(uint32_t insn) { return insn >> 15 & 0x1F; }
static inline unsigned insn_rs2(uint32_t insn) { return insn >> 20 & 0x1F; }
static inline unsigned insn_funct7(uint32_t insn) { return insn >> 25; }
static inline unsigned insn_csr(uint32_t insn) { return insn >> 20; }

static inline uint32_t imm_i(uint32_t insn)
{
    return (uint32_t)((int32_t)insn >> 20);
}

static inline uint32_t imm_s(uint32_t insn)
{
    return (imm_i(insn) & ~0x1Fu) | insn_rd(insn);
}

static inline uint32_t imm_b(uint32_t insn)
{
    return ((uint32_t)((int32_t)insn >> 19) & 0xFFFFF000u) |
           (insn << 4 & 0x800) | (insn >> 20 & 0x7E0) | (insn >> 7 & 0x1E);
}

static inline uint32_t imm_u(uint32_t insn)
{
    return insn & 0xFFFFF000u;
}

static inline uint32_t imm_j(uint32_t insn)
{
    return ((uint32_t)((int32_t)insn >> 11) & 0xFFF00000u) |
           (insn & 0xFF000) | (insn >> 9 & 0x800) | (insn >> 20 & 0x7FE);
}

/* unpriv 24: major opcodes */
enum opcode {
    OP_LOAD = 0x03,
    OP_CUSTOM_0 = 0x0B,
    OP_MISC_MEM = 0x0F,
    OP_OP_IMM = 0x13,
    OP_AUIPC = 0x17,
    OP_STORE = 0x23,
    OP_AMO = 0x2F,
    OP_OP = 0x33,
    OP_LUI = 0x37,
    OP_BRANCH = 0x63,
    OP_JALR = 0x67,
    OP_JAL = 0x6F,
    OP_SYSTEM = 0x73,
};

#define FUNCT5_SC 0x03

static inline int insn_is_sc(uint32_t insn)
{
    return insn_opcode(insn) == OP_AMO && insn_funct7(insn) >> 2 == FUNCT5_SC;
}

/* priv 2.2: CSR numbers (CSR_UPMAR, CSR_GTBL and some of the newer ones come
 * from csr.h) */
enum csr_number {
    CSR_SSTATUS = 0x100,
    CSR_SIE = 0x104,
    CSR_STVEC = 0x105,
    CSR_SCOUNTEREN = 0x106,
    CSR_SENVCFG = 0x10A,
    CSR_SSCRATCH = 0x140,
    CSR_SEPC = 0x141,
    CSR_SCAUSE = 0x142,
    CSR_STVAL = 0x143,
    CSR_SIP = 0x144,
    CSR_SATP = 0x180,
    CSR_MSTATUS = 0x300,
    CSR_MISA = 0x301,
    CSR_MEDELEG = 0x302,
    CSR_MIDELEG = 0x303,
    CSR_MIE = 0x304,
    CSR_MTVEC = 0x305,
    CSR_MCOUNTEREN = 0x306,
    CSR_MENVCFG = 0x30A,
    CSR_MSTATUSH = 0x310,
    CSR_MCOUNTINHIBIT = 0x320,
    CSR_MHPMEVENT3 = 0x323,
    CSR_MHPMEVENT31 = 0x33F,
    CSR_MSCRATCH = 0x340,
    CSR_MEPC = 0x341,
    CSR_MCAUSE = 0x342,
    CSR_MTVAL = 0x343,
    CSR_MIP = 0x344,
    CSR_MCYCLE = 0xB00,
    CSR_MINSTRET = 0xB02,
    CSR_MCYCLEH = 0xB80,
    CSR_MINSTRETH = 0xB82,
    CSR_CYCLE = 0xC00,
    CSR_TIME = 0xC01,
    CSR_INSTRET = 0xC02,
    CSR_MVENDORID = 0xF11,
    CSR_MARCHID = 0xF12,
    CSR_MIMPID = 0xF13,
    CSR_MHARTID = 0xF14,
    CSR_MCONFIGPTR = 0xF15,
};

/* priv 3.1.6 */
#define MSTATUS_MPP_SHIFT 11
#define MSTATUS_SPP_SHIFT 8

/* priv 3.1.9 */
#define MIP_SSIP 0x002u
#define MIP_MSIP 0x008u
#define MIP_STIP 0x020u
#define MIP_MTIP 0x080u
#define MIP_SEIP 0x200u
#define MIP_MEIP 0x800u
#define MIP_ALL 0xAAAu
#define MIP_S_LEVEL 0x222u

/* priv 4.1.11, 4.3.1 */
#define SATP_PPN 0x003FFFFFu
#define SATP_ASID 0x7FC00000u
#define PTE_PPN_SHIFT 10

/* Xgate */
#define GTBL_PPN 0x003FFFFFu

#endif

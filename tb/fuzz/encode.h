/* Instruction words from their fields (unprivileged manual, 2.2 and 24).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_ENCODE_H
#define GATEHOUSE_FUZZ_ENCODE_H

#include <stdint.h>

#include "../../sim/riscv.h"

#define NOP 0x00000013u
#define ECALL 0x00000073u
#define EBREAK 0x00100073u
#define SRET 0x10200073u
#define MRET 0x30200073u
#define WFI 0x10500073u
#define FENCE 0x0FF0000Fu
#define FENCE_I 0x0000100Fu

static inline uint32_t enc_r(unsigned op, unsigned f3, unsigned f7, unsigned rd, unsigned rs1,
                             unsigned rs2)
{
    return op | rd << 7 | f3 << 12 | rs1 << 15 | rs2 << 20 | f7 << 25;
}

static inline uint32_t enc_i(unsigned op, unsigned f3, unsigned rd, unsigned rs1, int32_t imm)
{
    return op | rd << 7 | f3 << 12 | rs1 << 15 | (uint32_t)imm << 20;
}

static inline uint32_t enc_s(unsigned f3, unsigned rs1, unsigned rs2, int32_t imm)
{
    uint32_t i = (uint32_t)imm;

    return OP_STORE | (i & 31) << 7 | f3 << 12 | rs1 << 15 | rs2 << 20 | (i >> 5 & 0x7F) << 25;
}

static inline uint32_t enc_b(unsigned f3, unsigned rs1, unsigned rs2, int32_t offset)
{
    uint32_t i = (uint32_t)offset;

    return OP_BRANCH | (i >> 11 & 1) << 7 | (i >> 1 & 15) << 8 | f3 << 12 | rs1 << 15 |
           rs2 << 20 | (i >> 5 & 0x3F) << 25 | (i >> 12 & 1) << 31;
}

static inline uint32_t enc_u(unsigned op, unsigned rd, uint32_t value)
{
    return op | rd << 7 | (value & 0xFFFFF000u);
}

static inline uint32_t enc_j(unsigned rd, int32_t offset)
{
    uint32_t i = (uint32_t)offset;

    return OP_JAL | rd << 7 | (i & 0xFF000) | (i >> 11 & 1) << 20 | (i >> 1 & 0x3FF) << 21 |
           (i >> 20 & 1) << 31;
}

static inline uint32_t enc_csr(unsigned f3, unsigned rd, unsigned rs1, unsigned csr)
{
    return OP_SYSTEM | rd << 7 | f3 << 12 | rs1 << 15 | csr << 20;
}

static inline uint32_t enc_amo(unsigned funct5, unsigned aqrl, unsigned rd, unsigned rs1,
                               unsigned rs2)
{
    return enc_r(OP_AMO, 2, funct5 << 2 | aqrl, rd, rs1, rs2);
}

static inline uint32_t enc_sfence(unsigned rs1, unsigned rs2)
{
    return enc_r(OP_SYSTEM, 0, 9, 0, rs1, rs2);
}

static inline uint32_t enc_svc(unsigned rs1, int32_t imm)
{
    return enc_i(OP_CUSTOM_0, 0, 0, rs1, imm);
}

#endif

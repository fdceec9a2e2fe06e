/* Decoding by major opcode, and the integer computation instructions of RV32I
 * and M (unpriv 2.4, 7).
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "riscv.h"

#define FUNCT7_BASE 0x00
#define FUNCT7_MULDIV 0x01
#define FUNCT7_ALT 0x20

uint32_t read_rs1(struct model *m)
{
    unsigned rs1 = insn_rs1(m->insn);

    m->r->rs1 = rs1;
    return m->r->rs1_val = m->x[rs1];
}

uint32_t read_rs2(struct model *m)
{
    unsigned rs2 = insn_rs2(m->insn);

    m->r->rs2 = rs2;
    return m->r->rs2_val = m->x[rs2];
}

void write_rd(struct model *m, uint32_t value)
{
    unsigned rd = insn_rd(m->insn);

    if (rd == 0)
        return;
    m->x[rd] = value;
    m->r->rd = rd;
    m->r->rd_val = value;
}

static uint32_t shift_right_arithmetic(uint32_t a, uint32_t b)
{
    return (uint32_t)((int32_t)a >> (b & 31));
}

/* The operations that OP and OP-IMM share; `alt` chooses SUB and SRA. */
static uint32_t compute(unsigned funct3, bool alt, uint32_t a, uint32_t b)
{
    switch (funct3) {
    case 0:
        return alt ? a - b : a + b;
    case 1:
        return a << (b & 31);
    case 2:
        return (int32_t)a < (int32_t)b;
    case 3:
        return a < b;
    case 4:
        return a ^ b;
    case 5:
        return alt ? shift_right_arithmetic(a, b) : a >> (b & 31);
    case 6:
        return a | b;
    default:
        return a & b;
    }
}

/* unpriv 7.2: a division by zero gives -1 and the dividend as remainder; the
 * one signed overflow gives the dividend and 0. */
static uint32_t divide(unsigned funct3, uint32_t a, uint32_t b)
{
    bool is_signed = !(funct3 & 1), remainder = funct3 & 2;

    if (b == 0)
        return remainder ? a : UINT32_MAX;
    if (!is_signed)
        return remainder ? a % b : a / b;
    if (a == 0x80000000u && b == UINT32_MAX)
        return remainder ? 0 : a;
    return remainder ? (uint32_t)((int32_t)a % (int32_t)b)
                     : (uint32_t)((int32_t)a / (int32_t)b);
}

static uint32_t multiply_divide(unsigned funct3, uint32_t a, uint32_t b)
{
    int64_t sa = (int32_t)a, sb = (int32_t)b;

    switch (funct3) {
    case 0: /* mul */
        return a * b;
    case 1: /* mulh */
        return (uint64_t)(sa * sb) >> 32;
    case 2: /* mulhsu */
        return (uint64_t)(sa * (int64_t)(uint64_t)b) >> 32;
    case 3: /* mulhu */
        return (uint64_t)a * b >> 32;
    default:
        return divide(funct3, a, b);
    }
}

static bool execute_op(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn), funct7 = insn_funct7(m->insn);
    bool has_alt = funct3 == 0 || funct3 == 5;
    uint32_t a, b;

    if (funct7 != FUNCT7_BASE && funct7 != FUNCT7_MULDIV &&
        !(funct7 == FUNCT7_ALT && has_alt))
        return raise_illegal(m);
    a = read_rs1(m);
    b = read_rs2(m);
    write_rd(m, funct7 == FUNCT7_MULDIV
                    ? multiply_divide(funct3, a, b)
                    : compute(funct3, funct7 == FUNCT7_ALT, a, b));
    return true;
}

static bool execute_op_imm(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn), funct7 = insn_funct7(m->insn);
    bool alt = false;

    if (funct3 == 1 && funct7 != FUNCT7_BASE)
        return raise_illegal(m);
    if (funct3 == 5) {
        if (funct7 != FUNCT7_BASE && funct7 != FUNCT7_ALT)
            return raise_illegal(m);
        alt = funct7 == FUNCT7_ALT;
    }
    write_rd(m, compute(funct3, alt, read_rs1(m), imm_i(m->insn)));
    return true;
}

bool execute_alu(struct model *m)
{
    switch (insn_opcode(m->insn)) {
    case OP_LUI:
        write_rd(m, imm_u(m->insn));
        return true;
    case OP_AUIPC:
        write_rd(m, m->pc + imm_u(m->insn));
        return true;
    case OP_OP_IMM:
        return execute_op_imm(m);
    default:
        return execute_op(m);
    }
}

bool execute(struct model *m)
{
    switch (insn_opcode(m->insn)) {
    case OP_LUI:
    case OP_AUIPC:
    case OP_OP_IMM:
    case OP_OP:
        return execute_alu(m);
    case OP_LOAD:
    case OP_STORE:
    case OP_MISC_MEM:
        return execute_memory(m);
    case OP_AMO:
        return execute_atomic(m);
    case OP_BRANCH:
    case OP_JALR:
    case OP_JAL:
        return execute_jump(m);
    case OP_SYSTEM:
        return execute_system(m);
    case OP_CUSTOM_0:
        return execute_svc(m);
    default:
        return raise_illegal(m);
    }
}

/* Cover points of computation, branches, and of neighbours in the pipeline.
 * SPDX-License-Identifier: ISC */
#include "coverage.h"
#include "encode.h"
#include "observe.h"

static unsigned operand_index(uint32_t value)
{
    switch (value) {
    case 0: return 0;
    case 1: return 1;
    case 0xFFFFFFFF: return 2;
    case 0x80000000: return 3;
    case 0x7FFFFFFF: return 4;
    default: return 5;
    }
}

static bool reads_rs1(enum class c, uint32_t insn)
{
    switch (c) {
    case CLASS_ALU: return insn_opcode(insn) == OP_OP || insn_opcode(insn) == OP_OP_IMM;
    case CLASS_CSR: return !(insn_funct3(insn) & 4);
    case CLASS_JAL: case CLASS_FENCE: case CLASS_FENCE_I: case CLASS_WFI: case CLASS_ECALL:
    case CLASS_EBREAK: case CLASS_XRET: case CLASS_UNDECODED: return false;
    default: return true;
    }
}

static bool reads_rs2(enum class c, uint32_t insn)
{
    switch (c) {
    case CLASS_ALU: return insn_opcode(insn) == OP_OP;
    case CLASS_MUL: case CLASS_DIV: case CLASS_BRANCH: case CLASS_STORE: case CLASS_SC:
    case CLASS_AMO: case CLASS_SFENCE: return true;
    default: return false;
    }
}

static bool writes_rd(enum class c)
{
    switch (c) {
    case CLASS_ALU: case CLASS_MUL: case CLASS_DIV: case CLASS_JAL: case CLASS_JALR:
    case CLASS_LOAD: case CLASS_LR: case CLASS_SC: case CLASS_AMO: case CLASS_CSR: return true;
    default: return false;
    }
}

enum { NONE, BY_RS1, BY_RS2, BY_BOTH, SAME_RD };

static unsigned dependence(const struct observed *o)
{
    uint32_t insn = o->r->insn;
    unsigned rd = o->before->rd;
    bool rs1 = rd && reads_rs1(o->class, insn) && insn_rs1(insn) == rd;
    bool rs2 = rd && reads_rs2(o->class, insn) && insn_rs2(insn) == rd;

    if (rs1 || rs2)
        return rs1 && rs2 ? BY_BOTH : rs1 ? BY_RS1 : BY_RS2;
    return rd && writes_rd(o->class) && insn_rd(insn) == rd ? SAME_RD : NONE;
}

static void observe_operands(const struct retire *r, enum class class)
{
    static const uint8_t by_funct3[] = {0, 2, 3, 4, 5, 6, 8, 9};
    unsigned f3 = insn_funct3(r->insn), a = operand_index(r->rs1_val);
    unsigned b = operand_index(r->rs2_val);

    if (class == CLASS_MUL || class == CLASS_DIV)
        cover3(muldiv, f3, a, b);
    else if (insn_opcode(r->insn) == OP_OP)
        cover3(alu, by_funct3[f3] + (insn_funct7(r->insn) >> 5 & 1), a, b);
}

static void observe_branch(const struct retire *r)
{
    static const uint8_t by_funct3[] = {0, 1, 0, 0, 2, 3, 4, 5};
    unsigned f3 = insn_funct3(r->insn);
    int32_t offset = (int32_t)imm_b(r->insn);

    if (f3 == 2 || f3 == 3 || (r->trap && r->cause != CAUSE_FETCH_MISALIGNED))
        return;
    cover3(branch, by_funct3[f3], r->trap ? 2 : r->next_pc != r->pc + 4 || offset == 4,
           offset < 0);
}

void observe_compute(const struct observed *o)
{
    const struct retire *r = o->r;

    if (o->adjacent && (r->insn || !r->trap))
        cover3(pair, o->class_before, o->class, dependence(o));
    if (o->class == CLASS_BRANCH)
        observe_branch(r);
    if (!r->trap)
        observe_operands(r, o->class);
}

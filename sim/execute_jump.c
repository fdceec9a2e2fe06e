/* Jumps and branches (unpriv 2.5). A taken one to an address that is not a
 * multiple of 4 raises instruction address misaligned on itself, before its
 * link register is written.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "riscv.h"

static bool jump_to(struct model *m, uint32_t target)
{
    if (target & 3)
        return raise(m, CAUSE_FETCH_MISALIGNED, target);
    m->next_pc = target;
    return true;
}

static bool jump_and_link(struct model *m, uint32_t target)
{
    if (!jump_to(m, target))
        return false;
    write_rd(m, m->pc + 4);
    return true;
}

static bool taken(unsigned funct3, uint32_t a, uint32_t b)
{
    switch (funct3) {
    case 0: /* beq */
        return a == b;
    case 1: /* bne */
        return a != b;
    case 4: /* blt */
        return (int32_t)a < (int32_t)b;
    case 5: /* bge */
        return (int32_t)a >= (int32_t)b;
    case 6: /* bltu */
        return a < b;
    default: /* bgeu */
        return a >= b;
    }
}

static bool execute_branch(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn);
    uint32_t a, b;

    if (funct3 == 2 || funct3 == 3)
        return raise_illegal(m);
    a = read_rs1(m);
    b = read_rs2(m);
    return !taken(funct3, a, b) || jump_to(m, m->pc + imm_b(m->insn));
}

bool execute_jump(struct model *m)
{
    switch (insn_opcode(m->insn)) {
    case OP_JAL:
        return jump_and_link(m, m->pc + imm_j(m->insn));
    case OP_JALR:
        if (insn_funct3(m->insn) != 0)
            return raise_illegal(m);
        return jump_and_link(m, (read_rs1(m) + imm_i(m->insn)) & ~1u);
    default:
        return execute_branch(m);
    }
}

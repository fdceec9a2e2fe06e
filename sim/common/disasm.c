/* A table of patterns, tried in order (so an alias stands before its general
 * form), with operands as a string of letters:
 *   d rd   s rs1   t rs2   i I immediate   o I offset(rs1)   q S offset(rs1)
 *   b branch target   j jump target   u upper immediate   h shift amount
 *   c CSR   z 5-bit CSR immediate   m (rs1) of atomics   v svc's imm(rs1)
 *   p fence sets
 * Mnemonics ending in '@' take the .aq/.rl suffix of atomics.
 * SPDX-License-Identifier: ISC */
#include "disasm.h"

#include <stdio.h>

#include "elf_image.h"
#include "isa_names.h"
#include "text.h"

struct pattern {
    uint32_t mask, match;
    const char *name, *operands;
};

#define RD (31u << 7)
#define RS1 (31u << 15)
#define RS2 (31u << 20)
#define IMM (0xFFFu << 20)
#define OP 0x0000007Fu     /* opcode */
#define F3 0x0000707Fu     /* and funct3 */
#define F7 0xFE00707Fu     /* and funct7 */
#define F5 0xF800707Fu     /* atomics: funct5 */
#define ALL 0xFFFFFFFFu
#define ONE_RS2 (1u << 20)

static const struct pattern patterns[] = {
    {ALL, 0x00000013, "nop", ""},
    {F3 | RS1, 0x00000013, "li", "di"},
    {F3 | IMM, 0x00000013, "mv", "ds"},
    {F3, 0x00000013, "addi", "dsi"},
    {F3 | IMM, 0x00003013 | ONE_RS2, "seqz", "ds"},
    {F3, 0x00002013, "slti", "dsi"},
    {F3, 0x00003013, "sltiu", "dsi"},
    {F3 | IMM, 0xFFF04013, "not", "ds"},
    {F3, 0x00004013, "xori", "dsi"},
    {F3, 0x00006013, "ori", "dsi"},
    {F3 | IMM, 0x0FF07013, "zext.b", "ds"},
    {F3, 0x00007013, "andi", "dsi"},
    {F7, 0x00001013, "slli", "dsh"},
    {F7, 0x00005013, "srli", "dsh"},
    {F7, 0x40005013, "srai", "dsh"},
    {F7, 0x00000033, "add", "dst"},
    {F7 | RS1, 0x40000033, "neg", "dt"},
    {F7, 0x40000033, "sub", "dst"},
    {F7, 0x00001033, "sll", "dst"},
    {F7 | RS2, 0x00002033, "sltz", "ds"},
    {F7 | RS1, 0x00002033, "sgtz", "dt"},
    {F7, 0x00002033, "slt", "dst"},
    {F7 | RS1, 0x00003033, "snez", "dt"},
    {F7, 0x00003033, "sltu", "dst"},
    {F7, 0x00004033, "xor", "dst"},
    {F7, 0x00005033, "srl", "dst"},
    {F7, 0x40005033, "sra", "dst"},
    {F7, 0x00006033, "or", "dst"},
    {F7, 0x00007033, "and", "dst"},
    {F7, 0x02000033, "mul", "dst"},
    {F7, 0x02001033, "mulh", "dst"},
    {F7, 0x02002033, "mulhsu", "dst"},
    {F7, 0x02003033, "mulhu", "dst"},
    {F7, 0x02004033, "div", "dst"},
    {F7, 0x02005033, "divu", "dst"},
    {F7, 0x02006033, "rem", "dst"},
    {F7, 0x02007033, "remu", "dst"},
    {OP, 0x00000037, "lui", "du"},
    {OP, 0x00000017, "auipc", "du"},
    {OP | RD, 0x0000006F, "j", "j"},
    {OP | RD, 0x000000EF, "jal", "j"},
    {OP, 0x0000006F, "jal", "dj"},
    {ALL, 0x00008067, "ret", ""},
    {F3 | RD | IMM, 0x00000067, "jr", "s"},
    {F3 | RD, 0x00000067, "jr", "o"},
    {F3 | RD | IMM, 0x000000E7, "jalr", "s"},
    {F3 | RD, 0x000000E7, "jalr", "o"},
    {F3, 0x00000067, "jalr", "do"},
    {F3 | RS2, 0x00000063, "beqz", "sb"},
    {F3, 0x00000063, "beq", "stb"},
    {F3 | RS2, 0x00001063, "bnez", "sb"},
    {F3, 0x00001063, "bne", "stb"},
    {F3 | RS2, 0x00004063, "bltz", "sb"},
    {F3 | RS1, 0x00004063, "bgtz", "tb"},
    {F3, 0x00004063, "blt", "stb"},
    {F3 | RS2, 0x00005063, "bgez", "sb"},
    {F3 | RS1, 0x00005063, "blez", "tb"},
    {F3, 0x00005063, "bge", "stb"},
    {F3, 0x00006063, "bltu", "stb"},
    {F3, 0x00007063, "bgeu", "stb"},
    {F3, 0x00000003, "lb", "do"},
    {F3, 0x00001003, "lh", "do"},
    {F3, 0x00002003, "lw", "do"},
    {F3, 0x00004003, "lbu", "do"},
    {F3, 0x00005003, "lhu", "do"},
    {F3, 0x00000023, "sb", "tq"},
    {F3, 0x00001023, "sh", "tq"},
    {F3, 0x00002023, "sw", "tq"},
    {ALL, 0x0FF0000F, "fence", ""},
    {ALL, 0x8330000F, "fence.tso", ""},
    {F3, 0x0000000F, "fence", "p"},
    {F3, 0x0000100F, "fence.i", ""},
    {ALL, 0x00000073, "ecall", ""},
    {ALL, 0x00100073, "ebreak", ""},
    {ALL, ISA_SRET, "sret", ""},
    {ALL, ISA_MRET, "mret", ""},
    {ALL, ISA_WFI, "wfi", ""},
    {0xFFFFFFFF, 0x12000073, "sfence.vma", ""},
    {0xFFF07FFF, 0x12000073, "sfence.vma", "s"},
    {0xFE007FFF, 0x12000073, "sfence.vma", "st"},
    {F3 | RS1, 0x00002073, "csrr", "dc"},
    {F3 | RD, 0x00001073, "csrw", "cs"},
    {F3, 0x00001073, "csrrw", "dcs"},
    {F3 | RD, 0x00002073, "csrs", "cs"},
    {F3, 0x00002073, "csrrs", "dcs"},
    {F3 | RD, 0x00003073, "csrc", "cs"},
    {F3, 0x00003073, "csrrc", "dcs"},
    {F3 | RD, 0x00005073, "csrwi", "cz"},
    {F3, 0x00005073, "csrrwi", "dcz"},
    {F3 | RD, 0x00006073, "csrsi", "cz"},
    {F3, 0x00006073, "csrrsi", "dcz"},
    {F3 | RD, 0x00007073, "csrci", "cz"},
    {F3, 0x00007073, "csrrci", "dcz"},
    {F5 | RS2, 0x1000202F, "lr.w@", "dm"},
    {F5, 0x1800202F, "sc.w@", "dtm"},
    {F5, 0x0800202F, "amoswap.w@", "dtm"},
    {F5, 0x0000202F, "amoadd.w@", "dtm"},
    {F5, 0x2000202F, "amoxor.w@", "dtm"},
    {F5, 0x6000202F, "amoand.w@", "dtm"},
    {F5, 0x4000202F, "amoor.w@", "dtm"},
    {F5, 0x8000202F, "amomin.w@", "dtm"},
    {F5, 0xA000202F, "amomax.w@", "dtm"},
    {F5, 0xC000202F, "amominu.w@", "dtm"},
    {F5, 0xE000202F, "amomaxu.w@", "dtm"},
    {F3 | RD, ISA_OPCODE_SVC, "svc", "v"},
};

static int32_t imm_i(uint32_t insn)
{
    return (int32_t)insn >> 20;
}

static int32_t imm_s(uint32_t insn)
{
    return ((int32_t)insn >> 25) * 32 + (int32_t)(insn >> 7 & 31);
}

static int32_t imm_b(uint32_t insn)
{
    return -(int32_t)(insn >> 31) * 4096 + (int32_t)((insn >> 7 & 1) << 11 | (insn >> 25 & 63) << 5 |
                                                    (insn >> 8 & 15) << 1);
}

static int32_t imm_j(uint32_t insn)
{
    return -(int32_t)(insn >> 31) * (1 << 20) +
           (int32_t)((insn >> 12 & 255) << 12 | (insn >> 20 & 1) << 11 | (insn >> 21 & 1023) << 1);
}

static void put_mnemonic(struct text *t, const char *name, uint32_t insn)
{
    for (; *name; name++) {
        if (*name != '@')
            text_put(t, "%c", *name);
        else
            text_put(t, "%s", (const char *[]){"", ".rl", ".aq", ".aqrl"}[insn >> 25 & 3]);
    }
}

static void put_target(struct text *t, uint32_t target, const struct elf_image *symbols)
{
    char name[64];

    text_put(t, "0x%x", target);
    if (*elf_image_format_addr(symbols, target, name, sizeof name))
        text_put(t, " <%s>", name);
}

static void put_set(struct text *t, unsigned bits)
{
    for (unsigned i = 0; i < 4; i++)
        if (bits & (8u >> i))
            text_put(t, "%c", "iorw"[i]);
    if (!bits)
        text_put(t, "unknown");
}

static void put_csr(struct text *t, unsigned number)
{
    const char *name = isa_csr_name(number);

    if (name)
        text_put(t, "%s", name);
    else
        text_put(t, "0x%x", number);
}

static void put_operand(struct text *t, char kind, uint32_t insn, uint32_t pc,
                        const struct elf_image *symbols)
{
    const char *rs1 = isa_reg_name(insn >> 15 & 31);

    switch (kind) {
    case 'd': text_put(t, "%s", isa_reg_name(insn >> 7 & 31)); break;
    case 's': text_put(t, "%s", rs1); break;
    case 't': text_put(t, "%s", isa_reg_name(insn >> 20 & 31)); break;
    case 'i': text_put(t, "%d", imm_i(insn)); break;
    case 'o': case 'v': text_put(t, "%d(%s)", imm_i(insn), rs1); break;
    case 'q': text_put(t, "%d(%s)", imm_s(insn), rs1); break;
    case 'm': text_put(t, "(%s)", rs1); break;
    case 'b': put_target(t, pc + (uint32_t)imm_b(insn), symbols); break;
    case 'j': put_target(t, pc + (uint32_t)imm_j(insn), symbols); break;
    case 'u': text_put(t, "0x%x", insn >> 12); break;
    case 'h': text_put(t, "0x%x", insn >> 20 & 31); break;
    case 'z': text_put(t, "%u", insn >> 15 & 31); break;
    case 'c': put_csr(t, insn >> 20); break;
    case 'p':
        put_set(t, insn >> 24 & 15);
        text_put(t, ",");
        put_set(t, insn >> 20 & 15);
        break;
    }
}

char *disasm(uint32_t insn, uint32_t pc, const struct elf_image *symbols, char buf[DISASM_TEXT])
{
    struct text t = {buf, DISASM_TEXT};

    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        const struct pattern *p = &patterns[i];

        if ((insn & p->mask) != p->match)
            continue;
        put_mnemonic(&t, p->name, insn);
        for (const char *o = p->operands; *o; o++) {
            text_put(&t, "%s", o == p->operands ? " " : ",");
            put_operand(&t, *o, insn, pc, symbols);
        }
        return buf;
    }
    text_put(&t, ".word 0x%08x", insn);
    return buf;
}

/* Item: two neighbours of chosen classes, the second depending on the first in a
 * chosen way. What they need beforehand (addresses, targets) comes before both.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

enum kind {
    ALU, ALU_IMM, MUL, DIV, BRANCH, JAL, JALR, LOAD, STORE, LR, SC, AMO, CSR, FENCE_ALL, FENCE_INSN,
    SFENCE, WAIT, SVC, CALL, BREAK, RETURN, UNDECODED, KINDS,
};

/* Each instruction is 4 bytes; `target` holds an address to jump to. */
static uint32_t instruction(struct generator *g, enum kind kind, unsigned rd, unsigned rs1,
                            unsigned rs2)
{
    static const uint8_t alu[] = {0, 1, 2, 3, 4, 5, 6, 7}, loads[] = {0, 1, 2, 4, 5};
    static const uint8_t amos[] = {0x00, 0x01, 0x04, 0x08, 0x0C, 0x10, 0x14, 0x18, 0x1C};
    static const uint8_t conditions[] = {0, 1, 4, 5, 6, 7};
    static const uint16_t csrs_m[] = {CSR_MSCRATCH, CSR_MCAUSE, CSR_MTVAL, CSR_MINSTRET};
    static const uint16_t csrs_s[] = {CSR_SSCRATCH, CSR_SCAUSE, CSR_STVAL};
    static const uint16_t csrs_u[] = {CSR_INSTRET, CSR_CYCLE, CSR_TIME};

    switch (kind) {
    case ALU: return enc_r(OP_OP, RNG_PICK(&g->rng, alu), 0, rd, rs1, rs2);
    case ALU_IMM: return enc_i(OP_OP_IMM, 0, rd, rs1, (int32_t)rng_below(&g->rng, 16) - 8);
    case MUL: return enc_r(OP_OP, rng_below(&g->rng, 4), 1, rd, rs1, rs2);
    case DIV: return enc_r(OP_OP, 4 + rng_below(&g->rng, 4), 1, rd, rs1, rs2);
    case BRANCH: return enc_b(RNG_PICK(&g->rng, conditions), rs1, rs2, 8);
    case JAL: return enc_j(rd, 4);
    case JALR: return enc_i(OP_JALR, 0, rd, rs1, 0);
    case LOAD: return enc_i(OP_LOAD, RNG_PICK(&g->rng, loads), rd, rs1, 0);
    case STORE: return enc_s(rng_below(&g->rng, 3), rs1, rs2, 0);
    case LR: return enc_amo(2, 0, rd, rs1, 0);
    case SC: return enc_amo(3, 0, rd, rs1, rs2);
    case AMO: return enc_amo(RNG_PICK(&g->rng, amos), 0, rd, rs1, rs2);
    case CSR:
        if (g->mode == IN_U)
            return enc_csr(2, rd, rng_chance(&g->rng, 10) ? rs1 : 0, RNG_PICK(&g->rng, csrs_u));
        return enc_csr(1 + rng_below(&g->rng, 3), rd, rs1,
                       g->mode == IN_M ? RNG_PICK(&g->rng, csrs_m) : RNG_PICK(&g->rng, csrs_s));
    case FENCE_ALL: return FENCE;
    case FENCE_INSN: return FENCE_I;
    case SFENCE: return enc_sfence(rs1, rs2);
    case WAIT: return WFI;
    case SVC: return enc_svc(rs1, 0);
    case CALL: return ECALL;
    case BREAK: return EBREAK;
    case RETURN: return g->mode == IN_M ? MRET : SRET;
    default: return rng_word(&g->rng) | 0x7F;
    }
}

static bool is_memory(enum kind kind)
{
    return kind >= LOAD && kind <= AMO;
}

/* What rs1 must hold for the instruction to be of use. */
static uint32_t useful_rs1(struct generator *g, enum kind kind)
{
    if (is_memory(kind)) {
        uint32_t at = g->mode == IN_M ? random_physical(g)
                                      : (rng_chance(&g->rng, 80) ? FUZZ_DATA : random_va(g));

        return g->mode == IN_U && at == FUZZ_DATA ? user_address(at) : at;
    }
    if (kind == SVC)
        return rng_below(&g->rng, 256);
    if (kind == SFENCE)
        return random_va(g);
    return random_operand(g);
}

static enum kind random_kind(struct generator *g)
{
    enum kind kind = rng_below(&g->rng, KINDS);

    /* these leave, or wait: now and then will do */
    while ((kind == WAIT || kind == RETURN) && rng_chance(&g->rng, 85))
        kind = rng_below(&g->rng, KINDS);
    return kind;
}

/* reg = the address of an instruction so many words further on; 2 words. */
static void emit_address_ahead(struct generator *g, unsigned reg, unsigned words)
{
    emit(g, enc_u(OP_AUIPC, reg, 0));
    emit(g, enc_i(OP_OP_IMM, 0, reg, reg, (int32_t)words * 4 + 8));
}

/* The same mode again, by an xRET that follows. */
static unsigned return_words(const struct generator *g)
{
    return g->mode == IN_M ? 6 : 5;
}

static void prepare_return(struct generator *g, unsigned reg)
{
    bool machine = g->mode == IN_M;

    emit_li(g, reg, machine ? 0x1800 : 0x100);
    emit(g, enc_csr(2, 0, reg, machine ? CSR_MSTATUS : CSR_SSTATUS));
    emit_address_ahead(g, reg, 2);
    emit(g, enc_csr(1, 0, reg, machine ? CSR_MEPC : CSR_SEPC));
}

/* Of any kind that may go on into the next page. Addresses are in CLIFF_POINTER. */
uint32_t random_last_word(struct generator *g)
{
    enum kind kind;

    do
        kind = rng_below(&g->rng, KINDS);
    while (kind == JALR || kind >= CALL);
    return instruction(g, kind, destination(g), CLIFF_POINTER, source(g));
}

void item_pair(struct generator *g)
{
    enum kind first = random_kind(g), second = random_kind(g);
    unsigned a = g->pool[2], b = g->pool[3] == a ? a % 31 + 1 : g->pool[3];
    unsigned rd = 1 + rng_below(&g->rng, 31), dependence = rng_below(&g->rng, 5);
    unsigned rs1 = b, rs2 = source(g), second_rd = dependence == 4 ? rd : destination(g);

    while (rd == a || rd == b)
        rd = rd % 31 + 1;
    if (g->mode == IN_U && first == RETURN)
        first = ALU;
    if (dependence == 1 || dependence == 3)
        rs1 = rd;
    if (dependence == 2 || dependence == 3)
        rs2 = rd;
    /* what the second needs, then what the first needs, then both; but addresses
     * that count from here come last */
    if (second == JALR && first != JALR && first != RETURN)
        emit_li(g, a, useful_rs1(g, first));
    if (second == JALR)
        emit_address_ahead(g, b, first == RETURN ? return_words(g) + 2 : first == JALR ? 4 : 2);
    else
        emit_li(g, b, useful_rs1(g, second));
    if (first == RETURN)
        prepare_return(g, a);
    else if (first == JALR)
        emit_address_ahead(g, a, 1);
    else if (second != JALR)
        emit_li(g, a, useful_rs1(g, first));
    emit(g, instruction(g, first, rd, a, source(g)));
    emit(g, instruction(g, second, second_rd, rs1, rs2));
}

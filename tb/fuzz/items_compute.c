/* Items: computation and jumps.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

static unsigned random_shift(struct generator *g)
{
    return rng_below(&g->rng, 32);
}

static void emit_op(struct generator *g)
{
    unsigned f3 = rng_below(&g->rng, 8);
    bool alt = (f3 == 0 || f3 == 5) && rng_chance(&g->rng, 50);

    emit(g, enc_r(OP_OP, f3, alt ? 0x20 : 0, destination(g), source(g), source(g)));
}

static void emit_op_imm(struct generator *g)
{
    unsigned f3 = rng_below(&g->rng, 8);
    int32_t imm = (int32_t)(random_operand(g) & 0xFFF);

    if (f3 == 1 || f3 == 5)
        imm = (int32_t)(random_shift(g) | (f3 == 5 && rng_chance(&g->rng, 50) ? 0x400 : 0));
    emit(g, enc_i(OP_OP_IMM, f3, destination(g), source(g), imm));
}

void item_alu(struct generator *g)
{
    switch (rng_below(&g->rng, 8)) {
    case 0:
        emit(g, enc_u(rng_chance(&g->rng, 50) ? OP_LUI : OP_AUIPC, destination(g),
                      rng_word(&g->rng)));
        break;
    case 1:
        if (room(g, 2))
            emit_li(g, destination(g), random_operand(g));
        else
            emit_op_imm(g);
        break;
    case 2:
    case 3:
    case 4:
        emit_op_imm(g);
        break;
    default:
        emit_op(g);
    }
}

void item_multiply(struct generator *g)
{
    unsigned rs1 = source(g), rs2 = source(g);

    if (rng_chance(&g->rng, 40))
        emit_li(g, rs1, random_operand(g));
    if (rng_chance(&g->rng, 40))
        emit_li(g, rs2, random_operand(g));
    emit(g, enc_r(OP_OP, rng_below(&g->rng, 8), 1, destination(g), rs1, rs2));
}

/* Two awkward operands, and an operation on them at once. */
void item_operands(struct generator *g)
{
    static const uint32_t limits[] = {0, 1, 0xFFFFFFFF, 0x80000000, 0x7FFFFFFF};
    unsigned rs1 = g->pool[0], rs2 = g->pool[1], f3 = rng_below(&g->rng, 8), f7 = 0;

    emit_li(g, rs1, rng_chance(&g->rng, 80) ? RNG_PICK(&g->rng, limits) : rng_word(&g->rng));
    emit_li(g, rs2, rng_chance(&g->rng, 80) ? RNG_PICK(&g->rng, limits) : rng_word(&g->rng));
    if (rng_chance(&g->rng, 60))
        f7 = 1;
    else if ((f3 == 0 || f3 == 5) && rng_chance(&g->rng, 50))
        f7 = 0x20;
    emit(g, enc_r(OP_OP, f3, f7, destination(g), rs1, rs2));
}

static unsigned random_condition(struct generator *g)
{
    static const uint8_t f3[] = {0, 1, 4, 5, 6, 7};

    return RNG_PICK(&g->rng, f3);
}

/* A few instructions for someone to jump over. */
static void emit_few(struct generator *g, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        switch (rng_below(&g->rng, 6)) {
        case 0:
            emit(g, enc_i(OP_LOAD, 2, destination(g), RNG_PICK(&g->rng, g->pointer),
                          (int32_t)rng_below(&g->rng, 8) * 4));
            break;
        case 1:
            emit(g, enc_s(2, RNG_PICK(&g->rng, g->pointer), source(g),
                          (int32_t)rng_below(&g->rng, 8) * 4));
            break;
        case 2:
            emit(g, random_instruction(g));
            break;
        default:
            emit_op(g);
        }
    }
}

/* Backward, to a place that is not on the way here: at most once. */
static void emit_branch_back(struct generator *g, unsigned rs1, unsigned rs2)
{
    emit(g, enc_j(0, 12));
    emit_op(g);
    emit(g, enc_j(0, 8));
    emit(g, enc_b(random_condition(g), rs1, rs2, -8 + (rng_chance(&g->rng, 15) ? 2 : 0)));
}

/* Forward, over some code that is then run or squashed. */
void item_branch(struct generator *g)
{
    unsigned over = rng_below(&g->rng, 4);
    unsigned rs1 = source(g), rs2 = rng_chance(&g->rng, 30) ? rs1 : source(g);

    if (rng_chance(&g->rng, 20)) {
        emit_branch_back(g, rs1, rs2);
        return;
    }
    if (rng_chance(&g->rng, 30)) /* on something only just loaded */
        emit(g, enc_i(OP_LOAD, 2, rs1 ? rs1 : 1, RNG_PICK(&g->rng, g->pointer), 0));
    emit(g, enc_b(random_condition(g), rs1, rs2, (int32_t)(over + 1) * 4));
    emit_few(g, over);
}

/* Counted, with a branch that is taken all but once. */
void item_loop(struct generator *g)
{
    unsigned counter = g->pool[0], body = rng_below(&g->rng, 5);
    uint32_t top;

    emit_li(g, counter, 1 + rng_below(&g->rng, 6));
    top = g->at;
    for (unsigned i = 0; i < body; i++) {
        unsigned rd = destination(g);

        if (rd == counter)
            rd = 0;
        switch (rng_below(&g->rng, 4)) {
        case 0:
            emit(g, enc_i(OP_LOAD, 2, rd, RNG_PICK(&g->rng, g->pointer), 4));
            break;
        case 1: /* now and then another way through */
            emit(g, enc_i(OP_OP_IMM, 7, rd ? rd : 0, counter, 1));
            break;
        default:
            emit(g, enc_r(OP_OP, rng_below(&g->rng, 8), rng_below(&g->rng, 2), rd, source(g),
                          source(g)));
        }
    }
    emit(g, enc_i(OP_OP_IMM, 0, counter, counter, -1));
    emit(g, enc_b(1, counter, 0, (int32_t)(top - g->at)));
}

/* A call over the callee, and a return from it by register. */
void item_call(struct generator *g)
{
    unsigned link = rng_chance(&g->rng, 70) ? 1 : 5;
    unsigned body = rng_below(&g->rng, 4);

    /* jal link, callee; j after; callee: body; ret; after: */
    emit(g, enc_j(link, 8));
    emit(g, enc_j(0, (int32_t)(body + 2) * 4));
    for (unsigned i = 0; i < body; i++) {
        unsigned rd = destination(g);

        emit(g, enc_r(OP_OP, rng_below(&g->rng, 8), 0, rd == link ? 0 : rd, source(g), source(g)));
    }
    emit(g, enc_i(OP_JALR, 0, rng_chance(&g->rng, 15) ? link : 0, link, 0));
}

/* jalr by a computed address, whose bit 0 is dropped and whose bit 1 must not be
 * set; jal and branches to the middle of a word. */
void item_odd_jump(struct generator *g)
{
    unsigned reg = g->pool[1], odd = rng_below(&g->rng, 4);

    switch (rng_below(&g->rng, 4)) {
    case 0:
        emit(g, enc_j(destination(g), (int32_t)(odd & 2) + 4));
        break;
    case 1:
        emit(g, enc_b(random_condition(g), source(g), source(g), (int32_t)(odd & 2) + 4));
        break;
    case 2: /* anywhere */
        emit_li(g, reg, rng_chance(&g->rng, 50) ? random_va(g) : random_operand(g));
        emit(g, enc_i(OP_JALR, 0, destination(g), reg, (int32_t)odd));
        break;
    default:
        emit(g, enc_u(OP_AUIPC, reg, 0));
        emit(g, enc_i(OP_JALR, 0, destination(g), reg, (int32_t)(8 + odd)));
    }
}

/* To a page that may or may not be executed. */
void item_away(struct generator *g)
{
    unsigned reg = g->pool[1];

    emit_li(g, reg, random_va(g));
    emit(g, enc_i(OP_JALR, 0, destination(g), reg, 0));
}

/* To a page's last words: the next page cannot be fetched. */
void item_cliff(struct generator *g)
{
    unsigned reg = g->pool[1] == CLIFF_POINTER ? 1 : g->pool[1];
    uint32_t data = FUZZ_DATA + rng_below(&g->rng, FUZZ_DATA_PAGES) * 0x1000;

    emit_li(g, CLIFF_POINTER, g->mode == IN_U ? user_address(data) : data);
    emit_li(g, reg, random_cliff(g));
    emit(g, enc_i(OP_JALR, 0, destination(g), reg, 0));
}

void item_illegal(struct generator *g)
{
    emit(g, random_instruction(g));
}

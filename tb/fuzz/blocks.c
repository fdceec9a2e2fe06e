/* Blocks: stretches of random code, each written for one privilege mode, at
 * places where pages and cache lines begin and end. What stands between them
 * calls the dispatcher.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

#define BLOCK_MOST 120 /* words */

/* ---- Registers */

/* x0 rarely, else one of a few: neighbours shall depend on one another. */
unsigned source(struct generator *g)
{
    if (rng_chance(&g->rng, 5))
        return 0;
    return RNG_PICK(&g->rng, g->pool);
}

unsigned any_register(struct generator *g)
{
    return rng_below(&g->rng, 32);
}

unsigned destination(struct generator *g)
{
    if (rng_chance(&g->rng, 4))
        return 0;
    if (rng_chance(&g->rng, 3))
        return any_register(g);
    return RNG_PICK(&g->rng, g->pool);
}

/* ---- Emission */

bool room(const struct generator *g, unsigned words)
{
    return g->at + words * 4 <= g->end;
}

void emit(struct generator *g, uint32_t insn)
{
    if (g->at < FUZZ_CODE + FUZZ_CODE_PAGES * 0x1000u)
        program_poke(g->p, g->at, insn);
    g->at += 4;
}

void emit_li(struct generator *g, unsigned rd, uint32_t value)
{
    uint32_t upper = (value + 0x800) & 0xFFFFF000u, lower = value & 0xFFF;

    if (upper)
        emit(g, enc_u(OP_LUI, rd, upper));
    if (lower || !upper)
        emit(g, enc_i(OP_OP_IMM, 0, rd, upper ? rd : 0, (int32_t)lower));
}

/* ---- Items, and how often each may come (drawn for each program from 0 to
 * `most`, so that programs differ in character) */

static const struct {
    item *emit;
    uint8_t most;
    uint8_t modes; /* bit i: not only a trap in mode i */
} items[] = {
    {item_alu, 30, 0xB},         {item_multiply, 12, 0xB},   {item_branch, 20, 0xB},
    {item_loop, 6, 0xB},         {item_call, 8, 0xB},        {item_odd_jump, 3, 0xB},
    {item_access, 40, 0xB},      {item_access_run, 20, 0xB}, {item_atomic, 12, 0xB},
    {item_lr_sc, 10, 0xB},       {item_device, 6, 0xB},      {item_patch, 8, 0xB},
    {item_csr, 16, 0xB},         {item_fence, 12, 0xB},      {item_map_change, 14, 0xA},
    {item_gate_change, 6, 0xA},  {item_trap, 4, 0xB},        {item_wfi, 1, 0xB},
    {item_svc, 12, 0x1},         {item_return, 8, 0xA},      {item_resume, 8, 0x2},
    {item_mprv, 16, 0x8},
    {item_operands, 8, 0xB},     {item_away, 5, 0x3},        {item_pair, 40, 0xB},
    {item_msip, 4, 0xB},         {item_illegal, 4, 0xB},     {item_map_switch, 8, 0xA},
    {item_timer, 6, 0xA},        {item_uart, 3, 0xB},        {item_probe, 16, 0x3},
    {item_cliff, 5, 0x3},
};

#define ITEMS (sizeof items / sizeof items[0])

static void draw_weights(struct generator *g)
{
    for (unsigned i = 0; i < ITEMS; i++)
        g->weight[i] = 1 + rng_below(&g->rng, 8u * items[i].most);
}

static void emit_item(struct generator *g)
{
    unsigned total = 0, choice;

    for (unsigned i = 0; i < ITEMS; i++)
        if (items[i].modes >> g->mode & 1)
            total += g->weight[i];
    choice = rng_below(&g->rng, total);
    for (unsigned i = 0; i < ITEMS; i++) {
        if (!(items[i].modes >> g->mode & 1))
            continue;
        if (choice < g->weight[i]) {
            items[i].emit(g);
            return;
        }
        choice -= g->weight[i];
    }
}

/* ---- Blocks */

uint32_t random_entry_point(struct generator *g, unsigned mode)
{
    for (unsigned i = 0; i < 8; i++) {
        const struct block *b = &RNG_PICK(&g->rng, g->block);

        if (b->mode == mode)
            return b->at;
    }
    return RNG_PICK(&g->rng, g->block).at;
}

/* One that skips what trapped, or (not often: it may trap in a circle) any code. */
uint32_t random_handler(struct generator *g)
{
    for (unsigned i = 0; i < 16; i++) {
        const struct block *b = &RNG_PICK(&g->rng, g->block);

        if (b->handler)
            return b->at + rng_below(&g->rng, 2);
        if (b->mode == IN_S && rng_chance(&g->rng, 3))
            break;
    }
    return random_entry_point(g, IN_S) + rng_below(&g->rng, 2);
}

/* Starts often lie at the first or the last words of a page or of a cache line. */
void place_blocks(struct generator *g)
{
    static const uint8_t modes[] = {IN_U, IN_U, IN_U, IN_S, IN_S, IN_S, IN_M};

    for (unsigned i = 0; i < BLOCKS; i++) {
        uint32_t page = FUZZ_CODE + i * FUZZ_CODE_PAGES / BLOCKS * 0x1000;
        uint32_t third = i % (BLOCKS / FUZZ_CODE_PAGES) * 0x554;

        switch (rng_below(&g->rng, 4)) {
        case 0:
            page += third & ~0x1Fu;
            break;
        case 1:
            page += (third & ~0x1Fu) + 0x1C;
            break;
        default:
            page += third + rng_below(&g->rng, 64) * 4;
        }
        if (i % 3 == 2 && rng_chance(&g->rng, 50)) /* runs over the end of the page */
            page = (page | 0xFFF) - 3 - rng_below(&g->rng, 24) * 4;
        g->block[i].at = page & ~3u;
        g->block[i].mode = RNG_PICK(&g->rng, modes);
        g->block[i].handler = i % 8 == 0;
        if (g->block[i].handler)
            g->block[i].mode = IN_S;
    }
}

/* No way on but by a trap or a jump; both are worth having. */
static void end_block(struct generator *g)
{
    const struct block *b = &RNG_PICK(&g->rng, g->block);

    switch (rng_below(&g->rng, 6)) {
    case 0:
        emit(g, ECALL);
        break;
    case 1:
        emit(g, random_instruction(g));
        break;
    default:
        if (b->mode == g->mode || rng_chance(&g->rng, 5))
            emit(g, enc_j(rng_chance(&g->rng, 20) ? 1 : 0, (int32_t)(b->at - g->at)));
    }
    emit(g, ECALL);
    emit(g, ECALL);
}

/* Vectored interrupts come up to 36 bytes further on. */
static void fill_handler(struct generator *g)
{
    unsigned n = 12 + rng_below(&g->rng, 4);

    while (n-- > 0)
        item_alu(g);
    if (rng_chance(&g->rng, 30))
        item_access(g);
    item_resume(g);
}

/* What stands between blocks leads back. */
static uint32_t random_filler(struct generator *g, uint32_t at)
{
    uint32_t kind = rng_below(&g->rng, 100);

    if (kind < 60)
        return enc_j(0, (int32_t)(RNG_PICK(&g->rng, g->block).at - at));
    return kind < 90 ? ECALL : random_instruction(g);
}

static void fill_block(struct generator *g, const struct block *b)
{
    uint32_t words = 8 + rng_below(&g->rng, BLOCK_MOST - 8);

    g->at = b->at;
    g->end = b->at + words * 4;
    g->mode = b->mode;
    for (unsigned i = 0; i < sizeof g->pool; i++)
        g->pool[i] = 1 + rng_below(&g->rng, 31);
    if (b->handler) {
        fill_handler(g);
        return;
    }
    if (rng_chance(&g->rng, 4)) /* gates may lead to a jump, and anywhere */
        emit(g, enc_i(OP_JALR, 0, destination(g), any_register(g), 0));
    if (rng_chance(&g->rng, 50)) /* something else than a pointer's first half comes first */
        emit_item(g);
    for (unsigned i = 0; i < sizeof g->pointer; i++) {
        g->pointer[i] = 1 + rng_below(&g->rng, 31);
        emit_li(g, g->pointer[i], g->mode == IN_M ? random_physical(g) : random_va(g));
    }
    while (room(g, ITEM_WORDS))
        emit_item(g);
    while (room(g, 1))
        item_alu(g);
    end_block(g);
}

void blocks_generate(struct generator *g)
{
    for (uint32_t at = FUZZ_CODE; at < FUZZ_CODE + FUZZ_CODE_PAGES * 0x1000; at += 4)
        program_poke(g->p, at, random_filler(g, at));
    g->mode = IN_U;
    for (uint32_t page = FUZZ_CODE; page < FUZZ_CODE + FUZZ_CODE_PAGES * 0x1000; page += 0x1000)
        program_poke(g->p, page + 0xFFC, random_last_word(g));
    draw_weights(g);
    for (unsigned i = 0; i < BLOCKS; i++)
        fill_block(g, &g->block[i]);
}

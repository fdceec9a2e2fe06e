/* Items: loads, stores, atomics, and stores into code.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

static const uint8_t load_kinds[] = {0, 1, 2, 2, 2, 4, 5};
static const uint8_t amo_kinds[] = {0x00, 0x01, 0x04, 0x08, 0x0C, 0x10, 0x14, 0x18, 0x1C};

static uint32_t random_address(struct generator *g)
{
    if (g->mode == IN_M && rng_chance(&g->rng, 90))
        return random_physical(g);
    return random_va(g);
}

/* One of the block's pointers, sometimes with a new address in it. */
static unsigned address_register(struct generator *g)
{
    unsigned reg = RNG_PICK(&g->rng, g->pointer);

    if (rng_chance(&g->rng, 30))
        emit_li(g, reg, random_address(g));
    return reg;
}

/* Mostly aligned for the access. */
static int32_t near_offset(struct generator *g, unsigned bytes)
{
    int32_t offset = (int32_t)rng_below(&g->rng, 16) - 4;

    if (!rng_chance(&g->rng, 6))
        offset = offset * 4 + (int32_t)(rng_below(&g->rng, 4) & ~(bytes - 1));
    return offset;
}

static void emit_access(struct generator *g, unsigned base)
{
    unsigned f3;

    if (rng_chance(&g->rng, 45)) {
        f3 = rng_below(&g->rng, 3);
        emit(g, enc_s(f3, base, source(g), near_offset(g, 1u << f3)));
    } else {
        f3 = RNG_PICK(&g->rng, load_kinds);
        emit(g, enc_i(OP_LOAD, f3, destination(g), base, near_offset(g, 1u << (f3 & 3))));
    }
}

/* Of whatever kind, atomics too. */
void emit_any_access(struct generator *g, unsigned base)
{
    if (rng_chance(&g->rng, 60))
        emit_access(g, base);
    else
        emit(g, rng_chance(&g->rng, 15)
                    ? enc_amo(2, 0, destination(g), base, 0)
                    : enc_amo(rng_chance(&g->rng, 15) ? 3 : RNG_PICK(&g->rng, amo_kinds), 0,
                              destination(g), base, source(g)));
}

void item_access(struct generator *g)
{
    emit_access(g, address_register(g));
}

/* By an entry with any flags. */
void item_probe(struct generator *g)
{
    unsigned reg = g->pointer[2];
    bool fetch = rng_chance(&g->rng, 40);

    emit_li(g, reg, random_flags_va(g, fetch));
    if (fetch)
        emit(g, enc_i(OP_JALR, 0, destination(g), reg, 0));
    else
        emit_any_access(g, reg);
}

/* Several by one pointer, so that loads find stores that are still under way. */
void item_access_run(struct generator *g)
{
    unsigned base = address_register(g), n = 2 + rng_below(&g->rng, 6);
    int32_t offset = (int32_t)rng_below(&g->rng, 4) * 4;

    for (unsigned i = 0; i < n; i++) {
        unsigned lane = rng_below(&g->rng, 4);

        switch (rng_below(&g->rng, 8)) {
        case 0:
            emit(g, enc_s(2, base, source(g), offset));
            break;
        case 1:
            emit(g, enc_s(1, base, source(g), offset + (int32_t)(lane & 2)));
            break;
        case 2:
            emit(g, enc_s(0, base, source(g), offset + (int32_t)lane));
            break;
        case 3:
            emit(g, enc_i(OP_LOAD, 2, destination(g), base, offset));
            break;
        case 4:
            emit(g, enc_i(OP_LOAD, rng_chance(&g->rng, 50) ? 0 : 4, destination(g), base,
                          offset + (int32_t)lane));
            break;
        case 5:
            emit(g, enc_i(OP_LOAD, rng_chance(&g->rng, 50) ? 1 : 5, destination(g), base,
                          offset + (int32_t)(lane & 2)));
            break;
        case 6: /* another page, the same cache set */
            emit(g, enc_i(OP_LOAD, 2, destination(g), RNG_PICK(&g->rng, g->pointer), offset));
            break;
        default:
            emit_access(g, base);
        }
    }
}

void item_atomic(struct generator *g)
{
    unsigned base = address_register(g);

    if (rng_chance(&g->rng, 30))
        emit_li(g, g->pool[2], random_operand(g));
    emit(g, enc_amo(RNG_PICK(&g->rng, amo_kinds), rng_below(&g->rng, 4), destination(g), base,
                    source(g)));
}

/* A pair with something between them that may or may not break the reservation. */
void item_lr_sc(struct generator *g)
{
    unsigned base = address_register(g), other = base;
    unsigned between = rng_below(&g->rng, 4);

    if (rng_chance(&g->rng, 90))
        emit(g, enc_amo(2, rng_below(&g->rng, 4), destination(g), base, 0));
    for (unsigned i = 0; i < between; i++) {
        switch (rng_below(&g->rng, 8)) {
        case 0:
            emit_access(g, base);
            break;
        case 1:
            emit(g, enc_amo(3, 0, destination(g), RNG_PICK(&g->rng, g->pointer), source(g)));
            break;
        case 2:
            emit(g, rng_chance(&g->rng, 50) ? ECALL : random_instruction(g));
            break;
        default:
            item_alu(g);
        }
    }
    if (rng_chance(&g->rng, 20))
        other = RNG_PICK(&g->rng, g->pointer);
    emit(g, enc_amo(3, rng_below(&g->rng, 4), destination(g), other, source(g)));
    if (rng_chance(&g->rng, 30)) /* again: it must fail */
        emit(g, enc_amo(3, 0, destination(g), base, source(g)));
}

/* Registers of devices, in memory as M sees it or through the device window. */
void item_device(struct generator *g)
{
    static const uint32_t registers[] = {
        0x02000000, 0x02004000, 0x02004004, 0x0200BFF8, 0x0200BFFC, 0x0C000028, 0x0C001000,
        0x0C002000, 0x0C002080, 0x0C200000, 0x0C200004, 0x0C201004, 0x10000000, 0x10000004,
        0x10000008, 0x10050000, 0x10050048, 0x10050074, 0x00100004, 0x00001000, 0x0200FFFC,
        0x02010000, 0x0C400000, 0x10001000, 0x00000FFC, 0x00002000, 0x10051000,
    };
    unsigned reg = g->pool[3];
    uint32_t address = RNG_PICK(&g->rng, registers);

    if (g->mode != IN_M && rng_chance(&g->rng, 80))
        address = 0x20000000u + rng_below(&g->rng, 24) * 0x1000 + (address & 0xFFF);
    emit_li(g, reg, address);
    if (rng_chance(&g->rng, 40)) {
        emit_any_access(g, reg);
        return;
    }
    if (rng_chance(&g->rng, 40) && (address >> 12) != 0x02004)
        emit(g, enc_s(rng_below(&g->rng, 3), reg, source(g), 0));
    else
        emit(g, enc_i(OP_LOAD, RNG_PICK(&g->rng, load_kinds), destination(g), reg, 0));
}

/* Stores an instruction into the code just ahead, by the address at which the
 * code runs; with fence.i or, mostly, with it. Until then both are right. */
void item_patch(struct generator *g)
{
    unsigned at = g->pool[4], word = g->pool[5], gap = rng_below(&g->rng, 3);
    uint32_t here;

    if (at == word)
        return;
    emit_li(g, word, random_instruction(g));
    here = g->at;
    emit(g, enc_u(OP_AUIPC, at, 0));
    /* auipc; sw; [fence.i]; gap; the word */
    if (rng_chance(&g->rng, 70)) {
        emit(g, enc_s(2, at, word, (int32_t)(3 + gap) * 4));
        emit(g, FENCE_I);
    } else {
        emit(g, enc_s(2, at, word, (int32_t)(2 + gap) * 4));
    }
    (void)here;
    for (unsigned i = 0; i < gap; i++)
        emit(g, NOP);
    emit(g, NOP);
}

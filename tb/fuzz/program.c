/* From a seed to a program: fixture, maps, gates, blocks, and the tables that
 * the dispatcher chooses from.
 * SPDX-License-Identifier: ISC */
#include "program.h"

#include "generate.h"

/* fixture.S, assembled for FUZZ_FIXTURE */
extern const uint8_t fuzz_fixture[], fuzz_fixture_end[];

#define VECTORS (FUZZ_FIXTURE + 0x40)

static const uint32_t awkward_latency[] = {0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 20};

static void set_state(struct generator *g)
{
    struct program *p = g->p;
    static const uint32_t masks[] = {0x1, 0x1, 0x3, 0x7};

    program_poke(p, FUZZ_STATE + STATE_SEED, rng_word(&g->rng) | 1);
    program_poke(p, FUZZ_STATE + STATE_DISPATCH_MASK, RNG_PICK(&g->rng, masks));
    program_poke(p, FUZZ_STATE + STATE_IRQ_MASK, rng_below(&g->rng, 4) << 8);
    program_poke(p, FUZZ_STATE + STATE_TIMER_MASK, 0x1F | rng_below(&g->rng, 32) << 5);
    program_poke(p, FUZZ_STATE + STATE_MTVEC, VECTORS | rng_below(&g->rng, 2));
    program_poke(p, FUZZ_STATE + STATE_PLIC_M, rng_chance(&g->rng, 50) ? 1u << 10 : 0);
    program_poke(p, FUZZ_STATE + STATE_PLIC_S, rng_chance(&g->rng, 50) ? 1u << 10 : 0);
    for (unsigned i = 0; i < 32; i++)
        program_poke(p, FUZZ_STATE + STATE_REGS + i * 4, random_operand(g));
}

static void set_map_ops(struct generator *g)
{
    for (uint32_t i = 0; i < MAP_OP_COUNT; i++) {
        uint32_t op = FUZZ_MAP_OPS + i * MAP_OP_BYTES, kind = rng_below(&g->rng, 100);
        uint32_t address, value, va = random_va(g);

        if (kind < 75) {
            bool good = g->good_entries && rng_chance(&g->rng, 40);
            unsigned n = rng_below(&g->rng, good ? g->good_entries : g->entries);

            address = good ? g->good_entry[n] : g->entry[n];
            va = good ? g->good_entry_va[n] : g->entry_va[n];
            value = rng_chance(&g->rng, 50) ? random_pte(g) : program_peek(g->p, address);
            if (good)
                value = with_other_frame(g, program_peek(g->p, address));
            if (rng_chance(&g->rng, 30))
                value ^= 1u << rng_below(&g->rng, 8);
        } else if (kind < 85) {
            address = FUZZ_GATES + rng_below(&g->rng, FUZZ_GATE_PAGES * 256) * 16;
            value = random_descriptor(g);
        } else if (kind < 92) {
            address = RNG_PICK(&g->rng, g->block).at + rng_below(&g->rng, 32) * 4;
            value = random_instruction(g);
        } else {
            address = FUZZ_DATA + rng_below(&g->rng, FUZZ_DATA_PAGES * 1024) * 4;
            value = random_operand(g);
        }
        program_poke(g->p, op + MAP_OP_ADDRESS, address);
        program_poke(g->p, op + MAP_OP_VALUE, value);
        program_poke(g->p, op + MAP_OP_FENCE, rng_below(&g->rng, 5));
        program_poke(g->p, op + MAP_OP_VA, va + rng_below(&g->rng, 64));
        program_poke(g->p, op + MAP_OP_ASID, random_asid(g));
    }
}

/* Delegation: everything, nothing, or some. */
static uint32_t random_delegation(struct generator *g, uint32_t all)
{
    switch (rng_below(&g->rng, 4)) {
    case 0:
        return 0;
    case 1:
        return all;
    default:
        return rng_word(&g->rng) & all;
    }
}

/* A cause that is delegated in a loop (a fault in the handler, say) ends with
 * the machine timer, so that one is on in nearly all contexts. */
static void set_context(struct generator *g, uint32_t at)
{
    struct program *p = g->p;
    const struct block *b = &RNG_PICK(&g->rng, g->block);
    uint32_t mode = rng_chance(&g->rng, 92) ? b->mode : RNG_PICK(&g->rng, g->block).mode;
    uint32_t satp = random_map(g), upmar = random_map(g), entry = b->at;
    uint32_t mstatus = rng_word(&g->rng) & (MSTATUS_MPIE | MSTATUS_SPIE | MSTATUS_SIE |
                                            MSTATUS_SPP | MSTATUS_SUM | MSTATUS_MXR);

    if (rng_chance(&g->rng, 40))
        upmar &= ~SATP_MODE;
    if (rng_chance(&g->rng, 7))
        satp &= ~SATP_MODE;
    if (mode == IN_U && ((satp | upmar) & SATP_MODE) && rng_chance(&g->rng, 97))
        entry = user_address(entry);
    if (rng_chance(&g->rng, 15))
        mstatus |= rng_word(&g->rng) & (MSTATUS_TVM | MSTATUS_TW | MSTATUS_TSR);
    if (rng_chance(&g->rng, 10))
        mstatus |= MSTATUS_MPRV;
    if (rng_chance(&g->rng, 10)) /* into the middle of a block */
        entry += rng_below(&g->rng, 32) * 4;
    if (mode != IN_M && rng_chance(&g->rng, 6)) /* by an entry with any flags */
        entry = random_flags_va(g, true);
    if (mode == IN_M && rng_chance(&g->rng, 60))
        mstatus &= ~MSTATUS_MPIE;

    program_poke(p, at + CONTEXT_MEPC, entry);
    program_poke(p, at + CONTEXT_MSTATUS, mstatus | mode << 11);
    program_poke(p, at + CONTEXT_SATP, satp);
    program_poke(p, at + CONTEXT_UPMAR, upmar);
    program_poke(p, at + CONTEXT_GTBL, (rng_chance(&g->rng, 85) ? 0x80000000u : 0) |
                                       (rng_chance(&g->rng, 93)
                                            ? (FUZZ_GATES >> 12) +
                                                  rng_below(&g->rng, FUZZ_GATE_PAGES)
                                            : rng_word(&g->rng) & 0x3FFFFF));
    program_poke(p, at + CONTEXT_MEDELEG, random_delegation(g, 0xFFFFFFFFu));
    program_poke(p, at + CONTEXT_MIDELEG, random_delegation(g, 0x222));
    program_poke(p, at + CONTEXT_MIE, (rng_word(&g->rng) & 0xAAA) |
                                      (rng_below(&g->rng, 400) ? 0x80u : 0));
    program_poke(p, at + CONTEXT_STVEC, random_handler(g));
    program_poke(p, at + CONTEXT_MCOUNTEREN, rng_chance(&g->rng, 60) ? ~0u : rng_word(&g->rng));
    program_poke(p, at + CONTEXT_SCOUNTEREN, rng_chance(&g->rng, 60) ? ~0u : rng_word(&g->rng));
    program_poke(p, at + CONTEXT_MENVCFGH, rng_word(&g->rng) & 0x80000000u);
    program_poke(p, at + CONTEXT_TIMER, 40 + rng_below(&g->rng, rng_chance(&g->rng, 50) ? 200
                                                                                      : 2000));
    program_poke(p, at + CONTEXT_STIMECMP, rng_chance(&g->rng, 60) ? 0
                                                                   : 10 + rng_below(&g->rng, 200));
    program_poke(p, at + CONTEXT_UART_IER, rng_chance(&g->rng, 30) ? 2 : 0);
    program_poke(p, at + CONTEXT_MIP, rng_chance(&g->rng, 20) ? rng_word(&g->rng) & 0x222 : 0);
}

void program_generate(struct program *p, uint64_t seed)
{
    struct generator g = {.p = p, .rng = {seed}};

    memset(p, 0, sizeof *p);
    p->seed = seed;
    p->latency = RNG_PICK(&g.rng, awkward_latency);
    p->instructions = 10000;
    memcpy(p->dram, fuzz_fixture, (uintptr_t)fuzz_fixture_end - (uintptr_t)fuzz_fixture);
    place_blocks(&g);
    g.mode = IN_S;
    maps_generate(&g);
    gates_generate(&g);
    for (uint32_t at = FUZZ_DATA; at < FUZZ_DATA + FUZZ_DATA_PAGES * 0x1000u; at += 4)
        program_poke(p, at, random_operand(&g));
    blocks_generate(&g);
    g.mode = IN_S;
    set_state(&g);
    set_map_ops(&g);
    for (uint32_t i = 0; i < CONTEXT_COUNT; i++)
        set_context(&g, FUZZ_CONTEXTS + i * CONTEXT_BYTES);
}

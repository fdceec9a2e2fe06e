/* The machine that tests experiment with, and encodings for it.
 * SPDX-License-Identifier: ISC */
#include <string.h>

#include "test.h"

struct model *rig_new(bool lockstep)
{
    struct model_config config = {
        .dram_bytes = RIG_DRAM,
        .asid_bits = 9,
        .lockstep = lockstep,
    };
    struct model *m = model_new(&config);

    m->pc = RIG_CODE;
    return m;
}

void rig_poke(struct model *m, uint32_t paddr, uint32_t word)
{
    memcpy(model_dram(m) + (paddr - MODEL_DRAM_BASE), &word, sizeof word);
    translation_cache_flush(m);
}

uint32_t rig_peek(const struct model *m, uint32_t paddr)
{
    uint32_t word;

    memcpy(&word, m->dram + (paddr - MODEL_DRAM_BASE), sizeof word);
    return word;
}

struct retire rig_execute(struct model *m, uint32_t insn)
{
    struct retire r;

    m->pc = RIG_CODE;
    rig_poke(m, RIG_CODE, insn);
    model_step(m, &r);
    return r;
}

uint32_t encode_i(unsigned opcode, unsigned funct3, unsigned rd, unsigned rs1,
                  int imm)
{
    return (uint32_t)imm << 20 | rs1 << 15 | funct3 << 12 | rd << 7 | opcode;
}

uint32_t encode_csr(unsigned funct3, unsigned rd, unsigned csr, unsigned rs1)
{
    return encode_i(OP_SYSTEM, funct3, rd, rs1, csr);
}

uint32_t encode_store(unsigned funct3, unsigned rs2, unsigned rs1, int imm)
{
    uint32_t bits = imm;

    return (bits >> 5 & 0x7F) << 25 | rs2 << 20 | rs1 << 15 | funct3 << 12 |
           (bits & 0x1F) << 7 | OP_STORE;
}

uint32_t encode_amo(unsigned funct5, unsigned rd, unsigned rs1, unsigned rs2)
{
    return funct5 << 27 | rs2 << 20 | rs1 << 15 | 2 << 12 | rd << 7 | OP_AMO;
}

uint32_t random_word(void)
{
    static uint64_t state = UINT64_C(0x9E3779B97F4A7C15);

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state >> 16;
}

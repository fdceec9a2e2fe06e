/* Awkward numbers: operands, CSR numbers and values, instruction words.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

static const uint32_t awkward[] = {
    0, 1, 2, 3, 4, 31, 32, 0x7F, 0x80, 0xFF, 0x7FF, 0x800, 0xFFF, 0x7FFF, 0x8000, 0xFFFF,
    0x10000, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFF8000, 0xFFFFFF80,
    0xFFFFF800, 0x55555555, 0xAAAAAAAA, 0xCCCCCCCC,
};

uint32_t random_operand(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100);

    if (kind < 60)
        return RNG_PICK(&g->rng, awkward);
    if (kind < 70)
        return 1u << rng_below(&g->rng, 32);
    if (kind < 80)
        return RNG_PICK(&g->rng, awkward) + rng_below(&g->rng, 5) - 2;
    return rng_word(&g->rng);
}

/* ---- CSRs */

static const uint16_t csrs[] = {
    CSR_SSTATUS, CSR_SIE, CSR_STVEC, CSR_SCOUNTEREN, CSR_SENVCFG, CSR_SSCRATCH, CSR_SEPC,
    CSR_SCAUSE, CSR_STVAL, CSR_SIP, CSR_STIMECMP, CSR_STIMECMPH, CSR_SATP, CSR_UPMAR, CSR_GTBL,
    CSR_SSTATUS, CSR_SATP, CSR_UPMAR, CSR_GTBL, CSR_SEPC, CSR_SIP, CSR_SIE,
    CSR_MSTATUS, CSR_MISA, CSR_MEDELEG, CSR_MIDELEG, CSR_MIE, CSR_MTVEC, CSR_MCOUNTEREN,
    CSR_MENVCFG, CSR_MSTATUSH, CSR_MENVCFGH, CSR_MCOUNTINHIBIT, CSR_MSCRATCH, CSR_MEPC,
    CSR_MCAUSE, CSR_MTVAL, CSR_MIP, CSR_MVENDORID, CSR_MARCHID, CSR_MIMPID, CSR_MHARTID,
    CSR_MCONFIGPTR, CSR_MCYCLE, CSR_MINSTRET, CSR_MCYCLEH, CSR_MINSTRETH, CSR_CYCLE, CSR_TIME,
    CSR_INSTRET, CSR_MINSTRET, 0xB03, 0xB0C, 0xB0D, 0xB83, 0xC80, 0xC81, 0xC82, 0xC03, 0xC0C, 0xC83,
};

unsigned random_csr(struct generator *g)
{
    uint32_t kind = rng_below(&g->rng, 100);

    if (kind < 80)
        return RNG_PICK(&g->rng, csrs);
    if (kind < 86) /* counters and event selectors */
        return (rng_chance(&g->rng, 50) ? 0xB00u : 0xC00u) + rng_below(&g->rng, 32) +
               (rng_chance(&g->rng, 50) ? 0x80u : 0);
    if (kind < 88)
        return CSR_MHPMEVENT3 - 3 + rng_below(&g->rng, 32);
    if (kind < 94) /* one beside an existing one */
        return RNG_PICK(&g->rng, csrs) ^ 1u << rng_below(&g->rng, 12);
    return rng_below(&g->rng, 4096);
}

/* Something that the CSR can make use of, or anything. */
uint32_t random_csr_value(struct generator *g, unsigned csr)
{
    if (rng_chance(&g->rng, 25))
        return random_operand(g);
    switch (csr) {
    case CSR_SATP:
    case CSR_UPMAR:
        return random_map(g);
    case CSR_GTBL:
        return (rng_chance(&g->rng, 80) ? 0x80000000u : 0) |
               ((FUZZ_GATES >> 12) + rng_below(&g->rng, FUZZ_GATE_PAGES));
    case CSR_STVEC:
        return random_handler(g);
    case CSR_SEPC:
    case CSR_MEPC:
        return random_entry_point(g, csr == CSR_MEPC ? IN_M : IN_S) + rng_below(&g->rng, 4);
    case CSR_SIE:
    case CSR_SIP:
    case CSR_MIE:
    case CSR_MIP:
    case CSR_MIDELEG:
        return rng_word(&g->rng) & 0xAAA;
    case CSR_MENVCFGH:
        return rng_word(&g->rng) & 0x80000000u;
    default:
        return rng_word(&g->rng);
    }
}

/* ---- Instructions */

static const uint8_t opcodes[] = {
    OP_LOAD, OP_CUSTOM_0, OP_MISC_MEM, OP_OP_IMM, OP_AUIPC, OP_STORE, OP_AMO, OP_OP, OP_LUI,
    OP_BRANCH, OP_JALR, OP_JAL, OP_SYSTEM,
};

/* A legal word, or one whose fields were turned over, or anything. */
uint32_t random_instruction(struct generator *g)
{
    uint32_t word = rng_word(&g->rng), kind = rng_below(&g->rng, 100);

    if (kind < 10)
        return word;
    word = (word & ~0x7Fu) | RNG_PICK(&g->rng, opcodes);
    if (kind < 40)
        return word;
    switch (insn_opcode(word)) {
    case OP_OP:
        word &= rng_chance(&g->rng, 50) ? 0x01FFFFFFu : 0x03FFFFFFu;
        break;
    case OP_OP_IMM:
        if ((insn_funct3(word) & 3) == 1)
            word &= 0x01FFFFFFu;
        break;
    case OP_AMO:
        word = (word & ~0x7000u) | 0x2000u;
        break;
    case OP_SYSTEM:
        if (insn_funct3(word) == 0)
            word = enc_csr(1 + rng_below(&g->rng, 3), insn_rd(word), insn_rs1(word),
                           random_csr(g));
        break;
    }
    return word;
}

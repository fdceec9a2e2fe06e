/* LR, SC and the AMOs (unpriv 8), on aligned words of DRAM only. LR faults as a
 * load, SC and AMOs fault as stores.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "mem.h"
#include "riscv.h"

enum {
    AMOADD = 0x00,
    AMOSWAP = 0x01,
    LR = 0x02,
    SC = 0x03,
    AMOXOR = 0x04,
    AMOOR = 0x08,
    AMOAND = 0x0C,
    AMOMIN = 0x10,
    AMOMAX = 0x14,
    AMOMINU = 0x18,
    AMOMAXU = 0x1C,
};

#define WORD 0xF

static bool is_amo(unsigned funct5)
{
    switch (funct5) {
    case AMOADD:
    case AMOSWAP:
    case AMOXOR:
    case AMOOR:
    case AMOAND:
    case AMOMIN:
    case AMOMAX:
    case AMOMINU:
    case AMOMAXU:
        return true;
    default:
        return false;
    }
}

static uint32_t combine(unsigned funct5, uint32_t memory, uint32_t reg)
{
    switch (funct5) {
    case AMOADD:
        return memory + reg;
    case AMOXOR:
        return memory ^ reg;
    case AMOOR:
        return memory | reg;
    case AMOAND:
        return memory & reg;
    case AMOMIN:
        return (int32_t)memory < (int32_t)reg ? memory : reg;
    case AMOMAX:
        return (int32_t)memory > (int32_t)reg ? memory : reg;
    case AMOMINU:
        return memory < reg ? memory : reg;
    case AMOMAXU:
        return memory > reg ? memory : reg;
    default: /* AMOSWAP */
        return reg;
    }
}

/* Alignment, page map and physical memory, in this order. */
static bool check_address(struct model *m, uint32_t va, enum access access,
                          struct translation *t)
{
    if (va & 3)
        return raise(m, access == ACCESS_LOAD ? CAUSE_LOAD_MISALIGNED
                                              : CAUSE_STORE_MISALIGNED, va);
    if (!translate(m, va, access, data_privilege(m), t))
        return false;
    if (!mem_is_dram(m, t->paddr))
        return raise_access_fault(m, va, access);
    return true;
}

static void record_access(struct model *m, uint32_t va,
                          const struct translation *t)
{
    m->r->mem_addr = va;
    m->r->mem_paddr = t->paddr;
    m->r->mem_pte = t->pte;
}

static uint32_t load(struct model *m, const struct translation *t)
{
    uint32_t word = 0;

    (void)mem_load(m, t->paddr, WORD, &word); /* DRAM: cannot fail */
    m->r->mem_rmask = WORD;
    m->r->mem_rdata = word;
    return word;
}

static void store(struct model *m, const struct translation *t, uint32_t word)
{
    (void)mem_store(m, t->paddr, WORD, word); /* DRAM: cannot fail */
    m->r->mem_wmask = WORD;
    m->r->mem_wdata = word;
}

/* A faulting LR leaves no reservation: every trap clears it. */
static bool execute_lr(struct model *m)
{
    uint32_t va = read_rs1(m);
    struct translation t = {0};

    if (!check_address(m, va, ACCESS_LOAD, &t))
        return false;
    record_access(m, va, &t);
    write_rd(m, load(m, &t));
    m->reserved = true;
    m->reserved_paddr = t.paddr;
    return true;
}

/* SC may fault even where it would fail. It succeeds if and only if the
 * reservation is for its word, and clears it in any case. */
static bool execute_sc(struct model *m)
{
    uint32_t va = read_rs1(m), word = read_rs2(m);
    struct translation t = {0};
    bool success;

    if (!check_address(m, va, ACCESS_STORE, &t))
        return false;
    success = m->reserved && m->reserved_paddr == t.paddr;
    m->reserved = false;
    if (success) {
        record_access(m, va, &t);
        store(m, &t, word);
    }
    write_rd(m, !success);
    return true;
}

static bool execute_amo(struct model *m, unsigned funct5)
{
    uint32_t va = read_rs1(m), reg = read_rs2(m), word;
    struct translation t = {0};

    if (!check_address(m, va, ACCESS_STORE, &t))
        return false;
    record_access(m, va, &t);
    word = load(m, &t);
    store(m, &t, combine(funct5, word, reg));
    write_rd(m, word);
    return true;
}

bool execute_atomic(struct model *m)
{
    unsigned funct5 = insn_funct7(m->insn) >> 2; /* aq and rl below it */

    if (insn_funct3(m->insn) != 2)
        return raise_illegal(m);
    if (funct5 == LR && insn_rs2(m->insn) == 0)
        return execute_lr(m);
    if (funct5 == SC)
        return execute_sc(m);
    if (is_amo(funct5))
        return execute_amo(m, funct5);
    return raise_illegal(m);
}

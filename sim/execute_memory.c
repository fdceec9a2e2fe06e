/* Loads, stores and fences (unpriv 2.6, 2.7, 3). The order of the checks is
 * that of priv 3.7.1 as this machine chooses it: misaligned, then page fault,
 * then access fault.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "mem.h"
#include "riscv.h"

static void record_address(struct model *m, uint32_t va,
                           const struct translation *t)
{
    m->r->mem_addr = va & ~3u;
    m->r->mem_paddr = t->paddr & ~UINT64_C(3);
    m->r->mem_pte = t->pte;
}

/* The value of a load from its lanes: sign- or zero-extended. */
static uint32_t extend(uint32_t value, unsigned bytes, bool is_unsigned)
{
    unsigned unused = 32 - 8 * bytes;

    if (is_unsigned)
        return value << unused >> unused;
    return (uint32_t)((int32_t)(value << unused) >> unused);
}

static bool execute_load(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn);
    unsigned bytes = 1u << (funct3 & 3);
    uint32_t va, data;
    unsigned lanes;
    struct translation t;

    if (funct3 == 3 || funct3 >= 6)
        return raise_illegal(m);
    va = read_rs1(m) + imm_i(m->insn);
    if (va % bytes)
        return raise(m, CAUSE_LOAD_MISALIGNED, va);
    if (!translate(m, va, ACCESS_LOAD, data_privilege(m), &t))
        return false;
    lanes = ((1u << bytes) - 1) << (va & 3);
    if (!mem_load(m, t.paddr, lanes, &data))
        return raise_access_fault(m, va, ACCESS_LOAD);

    record_address(m, va, &t);
    m->r->mem_rmask = lanes;
    m->r->mem_rdata = data;
    write_rd(m, extend(data >> 8 * (va & 3), bytes, funct3 & 4));
    return true;
}

static bool execute_store(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn);
    unsigned bytes = 1u << funct3;
    uint32_t va, data;
    unsigned lanes;
    struct translation t;

    if (funct3 >= 3)
        return raise_illegal(m);
    va = read_rs1(m) + imm_s(m->insn);
    data = read_rs2(m) << 8 * (va & 3);
    if (va % bytes)
        return raise(m, CAUSE_STORE_MISALIGNED, va);
    if (!translate(m, va, ACCESS_STORE, data_privilege(m), &t))
        return false;
    lanes = ((1u << bytes) - 1) << (va & 3);
    data &= lane_bits(lanes);
    if (!mem_store(m, t.paddr, lanes, data))
        return raise_access_fault(m, va, ACCESS_STORE);

    record_address(m, va, &t);
    m->r->mem_wmask = lanes;
    m->r->mem_wdata = data;
    return true;
}

/* Every FENCE is legal whatever its other fields (unpriv 2.7): one hart in
 * program order has nothing to do. FENCE.I makes stores visible to fetches. */
static bool execute_fence(struct model *m)
{
    switch (insn_funct3(m->insn)) {
    case 0:
        return true;
    case 1:
        stale_fence_i(&m->stale);
        return true;
    default:
        return raise_illegal(m);
    }
}

bool execute_memory(struct model *m)
{
    switch (insn_opcode(m->insn)) {
    case OP_LOAD:
        return execute_load(m);
    case OP_STORE:
        return execute_store(m);
    default:
        return execute_fence(m);
    }
}

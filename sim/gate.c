/* Xgate: `svc imm(rs1)` enters the supervisor through the gate named
 * rs1 + imm, by a descriptor in the physical page that gtbl names.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "mem.h"
#include "riscv.h"

#define GATES 256u
#define DESCRIPTOR_BYTES 16u
#define GATE_RESERVED 0x2u /* a gate into another module: undefined for now */
#define GATE_ENTRY 0xFFFFFFFCu

/* svc is I-type on custom-0 with funct3 and rd zero; only U has gates, and
 * only while the table is enabled. */
static bool is_legal(const struct model *m)
{
    return insn_funct3(m->insn) == 0 && insn_rd(m->insn) == 0 &&
           m->mode == MODE_U && (m->csr.gtbl & GTBL_ENABLE);
}

static uint64_t descriptor_address(const struct model *m, uint32_t name)
{
    return ((uint64_t)(m->csr.gtbl & GTBL_PPN) << 12) +
           name * DESCRIPTOR_BYTES;
}

static void enter_gate(struct model *m, uint32_t name, uint32_t entry)
{
    struct csrs *c = &m->csr;
    bool enabled = c->mstatus & MSTATUS_SIE;

    c->sepc = m->pc + 4;
    c->scause = CAUSE_GATE;
    c->stval = name;
    c->mstatus &= ~(MSTATUS_SPP | MSTATUS_SPIE | MSTATUS_SIE);
    if (enabled)
        c->mstatus |= MSTATUS_SPIE;
    m->mode = MODE_S;
    m->next_pc = entry;
    m->reserved = false;
    count_event(m, 7);
}

bool execute_svc(struct model *m)
{
    uint32_t name, descriptor;
    uint64_t address;

    if (!is_legal(m))
        return raise_illegal(m);

    name = read_rs1(m) + imm_i(m->insn);
    if (name >= GATES)
        return raise(m, CAUSE_UNDEFINED_GATE, name);
    address = descriptor_address(m, name);
    if (!mem_read_dram(m, address, &descriptor))
        return raise(m, CAUSE_UNDEFINED_GATE, name);
    if (!(descriptor & GATE_VALID) || (descriptor & GATE_RESERVED))
        return raise(m, CAUSE_UNDEFINED_GATE, name);

    m->r->mem_addr = name;
    m->r->mem_paddr = address;
    m->r->mem_rmask = 0xF;
    m->r->mem_rdata = descriptor;
    enter_gate(m, name, descriptor & GATE_ENTRY);
    return true;
}

/* Gates: what svc saves and where it goes, and all that makes a gate undefined
 * or svc illegal.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define TABLE 0x80010000u
#define ENTRY 0x80020040u

static uint32_t encode_svc(int imm, unsigned rs1)
{
    return encode_i(OP_CUSTOM_0, 0, 0, rs1, imm);
}

static struct model *with_gates(void)
{
    struct model *m = rig_new(false);

    m->mode = MODE_U;
    m->csr.gtbl = GTBL_ENABLE | TABLE >> 12;
    m->csr.medeleg = 1u << CAUSE_UNDEFINED_GATE;
    m->csr.stvec = 0x80030000;
    for (uint32_t name = 0; name < 256; name++)
        rig_poke(m, TABLE + 16 * name, (ENTRY + 4 * name) | GATE_VALID);
    return m;
}

static void expect_entry(struct model *m, const struct retire *r, uint32_t name)
{
    EQUAL(r->trap, 0);
    EQUAL(r->next_pc, ENTRY + 4 * name);
    EQUAL(r->next_mode, MODE_S);
    EQUAL(r->sepc, RIG_CODE + 4);
    EQUAL(r->scause, CAUSE_GATE);
    EQUAL(r->stval, name);
    EQUAL(r->mem_addr, name);
    EQUAL(r->mem_paddr, TABLE + 16 * name);
    EQUAL(r->mem_rmask, 0xF);
    EQUAL(r->mem_rdata, (ENTRY + 4 * name) | GATE_VALID);
    EQUAL(m->reserved, false);
}

static void gate_every_name(void)
{
    struct model *m = with_gates();

    for (uint32_t name = 0; name < 256 && !test_failed(); name++) {
        struct retire r;

        m->mode = MODE_U;
        m->reserved = true;
        m->x[5] = name + 7;
        r = rig_execute(m, encode_svc(-7, 5));
        expect_entry(m, &r, name);
        m->mode = MODE_U;
        r = rig_execute(m, encode_svc(name, 0));
        expect_entry(m, &r, name);
    }
    model_free(m);
}

/* SPP = U, SPIE = SIE, SIE = 0, and nothing else of mstatus. */
static void gate_stacks_like_a_trap(void)
{
    struct model *m = with_gates();
    uint32_t rest = MSTATUS_MPIE | MSTATUS_SUM | MSTATUS_MXR | MSTATUS_MPP_S;
    struct retire r;

    m->csr.mstatus = rest | MSTATUS_SPP | MSTATUS_SIE;
    r = rig_execute(m, encode_svc(3, 0));
    EQUAL(r.mstatus, rest | MSTATUS_SPIE);
    m->mode = MODE_U;
    m->csr.mstatus = rest | MSTATUS_SPP | MSTATUS_SPIE;
    r = rig_execute(m, encode_svc(3, 0));
    EQUAL(r.mstatus, rest);
    model_free(m);
}

static void gate_counts_as_retired(void)
{
    struct model *m = with_gates();

    rig_execute(m, encode_svc(3, 0));
    EQUAL(m->csr.minstret, 1);
    m->mode = MODE_U;
    rig_execute(m, encode_svc(256, 0));
    EQUAL(m->csr.minstret, 1);
    model_free(m);
}

static void expect_undefined(struct model *m, uint32_t name)
{
    struct retire r;

    m->mode = MODE_U;
    m->x[5] = name;
    r = rig_execute(m, encode_svc(0, 5));
    EQUAL(r.trap, 1);
    EQUAL(r.cause, CAUSE_UNDEFINED_GATE);
    EQUAL(r.tval, name);
    EQUAL(r.next_pc, 0x80030000);
    EQUAL(r.sepc, RIG_CODE);
    EQUAL(r.scause, CAUSE_UNDEFINED_GATE);
    EQUAL(r.stval, name);
    EQUAL(r.mem_rmask, 0);
}

static void gate_undefined(void)
{
    static const uint32_t names[] = {
        256, 257, 4096, 0x7FFFFFFF, 0x80000000, 0x80000005, 0xFFFFFFFF};
    struct model *m = with_gates();

    rig_poke(m, TABLE + 16 * 256, ENTRY | GATE_VALID); /* past the table */
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        expect_undefined(m, names[i]);
    rig_poke(m, TABLE + 16 * 9, ENTRY); /* not valid */
    expect_undefined(m, 9);
    rig_poke(m, TABLE + 16 * 9, ENTRY | 3); /* into another module */
    expect_undefined(m, 9);
    rig_poke(m, TABLE + 16 * 9, ENTRY | 2);
    expect_undefined(m, 9);

    m->csr.gtbl = GTBL_ENABLE | (MODEL_DRAM_BASE + RIG_DRAM) >> 12;
    expect_undefined(m, 3);
    m->csr.gtbl = GTBL_ENABLE | 0x100000 | TABLE >> 12; /* 4 GiB above */
    expect_undefined(m, 3);
    m->csr.gtbl = GTBL_ENABLE | 0x00001; /* the ROM */
    expect_undefined(m, 3);
    model_free(m);
}

static void gate_undefined_goes_to_m_if_not_delegated(void)
{
    struct model *m = with_gates();
    struct retire r;

    m->csr.medeleg = 0;
    r = rig_execute(m, encode_svc(300, 0));
    EQUAL(r.next_mode, MODE_M);
    EQUAL(r.mcause, CAUSE_UNDEFINED_GATE);
    EQUAL(r.mtval, 300);
    EQUAL(r.mepc, RIG_CODE);
    EQUAL(r.scause, 0);
    model_free(m);
}

static void expect_illegal(struct model *m, uint32_t insn)
{
    struct retire r = rig_execute(m, insn);

    EQUAL(r.trap, 1);
    EQUAL(r.cause, CAUSE_ILLEGAL);
    EQUAL(r.tval, insn);
    EQUAL(r.sepc, 0);
}

static void gate_illegal_svc(void)
{
    struct model *m = with_gates();

    m->mode = MODE_S;
    expect_illegal(m, encode_svc(3, 0));
    m->mode = MODE_M;
    expect_illegal(m, encode_svc(3, 0));
    for (unsigned funct3 = 1; funct3 < 8; funct3++) {
        m->mode = MODE_U;
        expect_illegal(m, encode_i(OP_CUSTOM_0, funct3, 0, 0, 3));
    }
    for (unsigned rd = 1; rd < 32; rd++) {
        m->mode = MODE_U;
        expect_illegal(m, encode_i(OP_CUSTOM_0, 0, rd, 0, 3));
    }
    m->mode = MODE_U;
    m->csr.gtbl = TABLE >> 12; /* the table is off: even a bad name is illegal */
    expect_illegal(m, encode_svc(3, 0));
    m->mode = MODE_U;
    expect_illegal(m, encode_svc(300, 0));
    model_free(m);
}

/* An entry that cannot be fetched: the fault is the kernel's, at the entry's
 * address, with the gate's state already saved. */
static void gate_entry_that_faults(void)
{
    struct model *m = with_gates();
    struct retire r;

    rig_poke(m, TABLE + 16 * 4, 0x00000100 | GATE_VALID);
    rig_execute(m, encode_svc(4, 0));
    EQUAL(m->csr.sepc, RIG_CODE + 4);
    model_step(m, &r);
    EQUAL(r.pc, 0x00000100);
    EQUAL(r.mode, MODE_S);
    EQUAL(r.cause, CAUSE_FETCH_ACCESS);
    EQUAL(r.tval, 0x00000100);
    model_free(m);
}

void test_gate(void)
{
    RUN(gate_every_name);
    RUN(gate_stacks_like_a_trap);
    RUN(gate_counts_as_retired);
    RUN(gate_undefined);
    RUN(gate_undefined_goes_to_m_if_not_delegated);
    RUN(gate_illegal_svc);
    RUN(gate_entry_that_faults);
}

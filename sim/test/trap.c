/* Traps, returns, and the instructions that modes and mstatus forbid.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define ECALL 0x00000073u
#define EBREAK 0x00100073u
#define SRET 0x10200073u
#define WFI 0x10500073u
#define MRET 0x30200073u
#define SFENCE_VMA 0x12000073u

static const unsigned modes[] = {MODE_U, MODE_S, MODE_M};

/* mstatus, and the mode, before and after a trap to M and to S. */
static void trap_stacks_mode_and_enable(void)
{
    for (unsigned i = 0; i < 3 * 4 * 2; i++) {
        unsigned mode = modes[i % 3], bits = i / 3 % 4;
        bool to_s = i / 12 && mode != MODE_M;
        struct model *m = rig_new(false);
        struct retire r;

        m->mode = mode;
        m->csr.medeleg = to_s ? 1u << CAUSE_ILLEGAL : 0;
        m->csr.mstatus = (bits & 1 ? MSTATUS_MIE : 0) |
                         (bits & 2 ? MSTATUS_SIE : 0) | MSTATUS_SPP | MSTATUS_MPP;
        m->csr.mtvec = 0x80003001; /* vectoring is for interrupts */
        m->csr.stvec = 0x80004001;
        r = rig_execute(m, 0xFFFFFFFF);
        CHECK(r.trap);
        EQUAL(r.cause, CAUSE_ILLEGAL);
        EQUAL(r.tval, 0xFFFFFFFF);
        if (to_s) {
            EQUAL(r.next_pc, 0x80004000);
            EQUAL(r.next_mode, MODE_S);
            EQUAL(r.sepc, RIG_CODE);
            EQUAL(r.mstatus, (bits & 1 ? MSTATUS_MIE : 0) | MSTATUS_MPP |
                                 (bits & 2 ? MSTATUS_SPIE : 0) |
                                 (mode == MODE_S ? MSTATUS_SPP : 0));
        } else {
            EQUAL(r.next_pc, 0x80003000);
            EQUAL(r.next_mode, MODE_M);
            EQUAL(r.mepc, RIG_CODE);
            EQUAL(r.mstatus, (bits & 1 ? MSTATUS_MPIE : 0) | MSTATUS_SPP |
                                 (bits & 2 ? MSTATUS_SIE : 0) | mode << 11);
        }
        model_free(m);
    }
}

/* What M itself raises is M's, whatever medeleg says (priv 3.1.8). */
static void trap_from_m_is_not_delegated(void)
{
    struct model *m = rig_new(false);

    m->csr.medeleg = 0x0100B3FF;
    EQUAL(rig_execute(m, 0xFFFFFFFF).next_mode, MODE_M);
    EQUAL(m->csr.mcause, CAUSE_ILLEGAL);
    EQUAL(m->csr.scause, 0);
    model_free(m);
}

static void trap_causes_and_values(void)
{
    struct model *m = rig_new(false);
    struct retire r;

    for (unsigned i = 0; i < 3; i++) {
        m->mode = modes[i];
        r = rig_execute(m, ECALL);
        EQUAL(r.cause, 8 + modes[i]);
        EQUAL(r.tval, 0);
    }
    r = rig_execute(m, EBREAK);
    EQUAL(r.cause, CAUSE_BREAKPOINT);
    EQUAL(r.tval, RIG_CODE);

    r = rig_execute(m, 0x0020056F); /* jal a0, .+2: on the jump itself */
    EQUAL(r.cause, CAUSE_FETCH_MISALIGNED);
    EQUAL(r.tval, RIG_CODE + 2);
    EQUAL(r.mepc, RIG_CODE);
    EQUAL(m->x[10], 0);

    m->x[5] = 0x80000105; /* jalr clears bit 0, not bit 1 */
    r = rig_execute(m, encode_i(OP_JALR, 0, 1, 5, 0));
    EQUAL(r.trap, 0);
    EQUAL(r.next_pc, 0x80000104);
    EQUAL(r.rd_val, RIG_CODE + 4);
    r = rig_execute(m, encode_i(OP_JALR, 0, 1, 5, 2));
    EQUAL(r.cause, CAUSE_FETCH_MISALIGNED);
    EQUAL(r.tval, 0x80000106);

    m->x[5] = 0x80000101;
    r = rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 1));
    EQUAL(r.cause, CAUSE_LOAD_MISALIGNED);
    EQUAL(r.tval, 0x80000102);
    r = rig_execute(m, encode_store(1, 6, 5, 0));
    EQUAL(r.cause, CAUSE_STORE_MISALIGNED);
    EQUAL(r.tval, 0x80000101);
    model_free(m);
}

/* The address map: which kinds of access each region takes. */
static void trap_access_faults_by_region(void)
{
    static const struct {
        uint32_t address;
        bool fetch, load, store;
    } row[] = {
        {0x00000000, 0, 0, 0}, {0x00000FFC, 0, 0, 0}, {0x00001000, 1, 1, 0},
        {0x00001FFC, 1, 1, 0}, {0x00002000, 0, 0, 0}, {0x00100000, 0, 1, 1},
        {0x00100FFC, 0, 1, 1}, {0x00101000, 0, 0, 0}, {0x01FFFFFC, 0, 0, 0},
        {0x02000000, 0, 1, 1}, {0x0200FFFC, 0, 1, 1}, {0x02010000, 0, 0, 0},
        {0x0C000000, 0, 1, 1}, {0x0C3FFFFC, 0, 1, 1}, {0x0C400000, 0, 0, 0},
        {0x10000000, 0, 1, 1}, {0x100000FC, 0, 1, 1}, {0x10000100, 0, 0, 0},
        {0x10050000, 0, 1, 1}, {0x10050FFC, 0, 1, 1}, {0x10051000, 0, 0, 0},
        {0x7FFFFFFC, 0, 0, 0}, {0x80001000, 1, 1, 1}, {0x800FFFFC, 1, 1, 1},
        {0x80100000, 0, 0, 0}, {0xFFFFFFFC, 0, 0, 0},
    };

    for (unsigned i = 0; i < sizeof row / sizeof *row && !test_failed(); i++) {
        struct model *m = rig_new(false);
        struct retire r;

        m->x[5] = row[i].address;
        r = rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 0));
        EQUAL(r.trap, !row[i].load);
        EQUAL(r.trap && (r.cause != CAUSE_LOAD_ACCESS || r.tval != m->x[5]), 0);
        r = rig_execute(m, encode_store(2, 0, 5, 0));
        EQUAL(r.trap, !row[i].store);
        EQUAL(r.trap && (r.cause != CAUSE_STORE_ACCESS || r.tval != m->x[5]), 0);
        m->pc = row[i].address;
        model_step(m, &r);
        EQUAL(r.trap && r.cause == CAUSE_FETCH_ACCESS, !row[i].fetch);
        if (!row[i].fetch) {
            EQUAL(r.tval, row[i].address);
            EQUAL(r.insn, 0);
        }
        if (test_failed())
            test_fail("at address 0x%08x", row[i].address);
        model_free(m);
    }
}

static void trap_returns(void)
{
    for (unsigned mpp = 0; mpp < 4; mpp++) {
        struct model *m = rig_new(false);
        struct retire r;

        if (mpp == 2) {
            model_free(m);
            continue;
        }
        m->csr.mepc = 0x80001230;
        m->csr.mstatus = mpp << 11 | MSTATUS_MPRV | MSTATUS_MPIE;
        r = rig_execute(m, MRET);
        EQUAL(r.next_pc, 0x80001230);
        EQUAL(r.next_mode, mpp);
        EQUAL(r.mstatus, MSTATUS_MIE | MSTATUS_MPIE |
                             (mpp == MODE_M ? MSTATUS_MPRV : 0));

        m->mode = MODE_M;
        m->csr.sepc = 0x80004560;
        m->csr.mstatus = (mpp & 1 ? MSTATUS_SPP : 0) | MSTATUS_MPRV |
                         MSTATUS_SIE | MSTATUS_MPP;
        r = rig_execute(m, SRET);
        EQUAL(r.next_pc, 0x80004560);
        EQUAL(r.next_mode, mpp & 1 ? MODE_S : MODE_U);
        EQUAL(r.mstatus, MSTATUS_SPIE | MSTATUS_MPP);
        model_free(m);
    }
}

/* Each instruction by mode (U, S, M) and by the bit of mstatus that forbids. */
static void trap_forbidden_instructions(void)
{
    static const struct {
        uint32_t insn, bit;
        bool legal[3], legal_with_bit[3];
    } row[] = {
        {MRET, 0, {0, 0, 1}, {0, 0, 1}},
        {SRET, MSTATUS_TSR, {0, 1, 1}, {0, 0, 1}},
        {WFI, MSTATUS_TW, {1, 1, 1}, {0, 0, 1}},
        {SFENCE_VMA, MSTATUS_TVM, {0, 1, 1}, {0, 0, 1}},
        {SFENCE_VMA | 5 << 15 | 6 << 20, MSTATUS_TVM, {0, 1, 1}, {0, 0, 1}},
        {SFENCE_VMA | 1 << 7, 0, {0, 0, 0}, {0, 0, 0}},
        {MRET | 1 << 7, 0, {0, 0, 0}, {0, 0, 0}},
        {ECALL | 1 << 15, 0, {0, 0, 0}, {0, 0, 0}},
    };
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < sizeof row / sizeof *row; i++) {
        for (unsigned j = 0; j < 3; j++) {
            m->mode = modes[j];
            m->csr.mstatus = 0;
            EQUAL(rig_execute(m, row[i].insn).trap, !row[i].legal[j]);
            m->mode = modes[j];
            m->csr.mstatus = row[i].bit;
            EQUAL(rig_execute(m, row[i].insn).trap, !row[i].legal_with_bit[j]);
        }
    }
    model_free(m);
}

/* Encodings that no extension here defines. */
static void trap_reserved_encodings(void)
{
    static const uint32_t illegal[] = {
        0x00000000, 0xFFFFFFFF, 0x00000013 + (1 << 12) + (1u << 25), /* slli */
        0x60005013, 0x02005013, 0x40007033, 0x04000033, 0x00002067, /* jalr */
        0x00002063, 0x00003003, 0x00006003, 0x00007003, 0x00003023,
        0x0000200F, 0x00004073, 0x1000202F | 1 << 20, /* lr with rs2 */
        0x2800202F, 0x0000302F, 0x00000007, 0x0000001B, 0x0000000B | 1 << 12,
    };
    static const uint32_t legal[] = {
        0x0FF0000F, 0xFFF0F00F & ~0x7000u, 0x8330000F, 0x0000100F,
        0xFFF0108F | 0x1F << 15, /* fence and fence.i: fields ignored */
    };
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < sizeof illegal / sizeof *illegal; i++) {
        struct retire r = rig_execute(m, illegal[i]);

        if (!r.trap || r.cause != CAUSE_ILLEGAL || r.tval != illegal[i])
            test_fail("0x%08x is not illegal", illegal[i]);
    }
    for (unsigned i = 0; i < sizeof legal / sizeof *legal; i++)
        if (rig_execute(m, legal[i]).trap)
            test_fail("0x%08x is illegal", legal[i]);
    model_free(m);
}

void test_trap(void)
{
    RUN(trap_stacks_mode_and_enable);
    RUN(trap_from_m_is_not_delegated);
    RUN(trap_causes_and_values);
    RUN(trap_access_faults_by_region);
    RUN(trap_returns);
    RUN(trap_forbidden_instructions);
    RUN(trap_reserved_encodings);
}

/* LR, SC and the AMOs: the reservation's life, and where they fault.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define WORD 0x80010040u
#define LR encode_amo(2, 6, 5, 0)
#define SC encode_amo(3, 6, 5, 7)
#define ECALL 0x00000073u
#define MRET 0x30200073u

static struct model *reserved(void)
{
    struct model *m = rig_new(false);

    rig_poke(m, WORD, 0x1234);
    m->x[5] = WORD;
    m->x[7] = 0x5678;
    EQUAL(rig_execute(m, LR).rd_val, 0x1234);
    return m;
}

static void expect_sc(struct model *m, bool success)
{
    uint32_t before = rig_peek(m, WORD);
    struct retire r;

    m->x[5] = WORD;
    r = rig_execute(m, SC);
    EQUAL(r.trap, 0);
    EQUAL(r.rd_val, !success);
    EQUAL(r.mem_wmask, success ? 0xF : 0);
    EQUAL(r.mem_addr, success ? WORD : 0);
    EQUAL(rig_peek(m, WORD), success ? 0x5678 : before);
}

static void atomic_sc_once(void)
{
    struct model *m = reserved();

    expect_sc(m, true);
    expect_sc(m, false);
    model_free(m);
}

static void atomic_own_store_keeps_the_reservation(void)
{
    struct model *m = reserved();

    rig_execute(m, encode_store(2, 7, 5, 0));
    rig_execute(m, encode_amo(0, 6, 5, 7));
    expect_sc(m, true);
    model_free(m);
}

static void atomic_reservation_is_one_word(void)
{
    struct model *m = reserved();

    m->x[5] = WORD + 4;
    EQUAL(rig_execute(m, SC).rd_val, 1);
    expect_sc(m, false); /* a failing SC clears it too */
    model_free(m);
}

static void atomic_trap_and_return_clear_it(void)
{
    struct model *m = reserved();

    rig_execute(m, ECALL);
    expect_sc(m, false);
    rig_execute(m, LR);
    m->csr.mstatus = MSTATUS_MPP;
    rig_execute(m, MRET);
    expect_sc(m, false);

    rig_execute(m, LR);
    m->x[5] = 0x100; /* a faulting LR */
    EQUAL(rig_execute(m, LR).cause, CAUSE_LOAD_ACCESS);
    expect_sc(m, false);

    rig_execute(m, LR);
    m->x[5] = WORD + 2; /* a faulting SC */
    EQUAL(rig_execute(m, SC).cause, CAUSE_STORE_MISALIGNED);
    expect_sc(m, false);
    model_free(m);
}

/* No address stands for "none": the
 * reservation has a valid bit of its own. */
static void atomic_no_reservation_out_of_reset(void)
{
    struct model *m = rig_new(false);

    m->x[7] = 0x5678;
    expect_sc(m, false);
    model_free(m);
}

static void atomic_faults(void)
{
    static const uint32_t outside[] = {0x1000, 0x2000, 0x02004000, 0x10000000,
                                       MODEL_DRAM_BASE + RIG_DRAM};
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < sizeof outside / sizeof *outside; i++) {
        m->x[5] = outside[i];
        EQUAL(rig_execute(m, LR).cause, CAUSE_LOAD_ACCESS);
        EQUAL(rig_execute(m, SC).cause, CAUSE_STORE_ACCESS);
        EQUAL(rig_execute(m, encode_amo(1, 6, 5, 7)).cause, CAUSE_STORE_ACCESS);
    }
    for (unsigned i = 1; i < 4; i++) {
        m->x[5] = WORD + i;
        EQUAL(rig_execute(m, LR).cause, CAUSE_LOAD_MISALIGNED);
        EQUAL(rig_execute(m, SC).cause, CAUSE_STORE_MISALIGNED);
        EQUAL(rig_execute(m, encode_amo(1, 6, 5, 7)).cause,
              CAUSE_STORE_MISALIGNED);
    }
    model_free(m);
}

/* On a page without write permission: LR works, SC faults even where it would
 * fail, an AMO faults as a store and writes nothing. */
static void atomic_on_a_read_only_page(void)
{
    struct model *m = rig_new(false);

    rig_poke(m, 0x80020000 + 4 * 0x200, 0x80000 << 10 | 0xCB); /* code: XR */
    rig_poke(m, 0x80020000 + 4 * 1, 0x80000 << 10 | 0xC3);     /* data: R */
    rig_poke(m, WORD, 0x1234);
    m->csr.satp = SATP_MODE | 0x80020;
    m->mode = MODE_S;
    m->x[5] = 0x00400000 + (WORD & 0x3FFFFF);
    EQUAL(rig_execute(m, LR).rd_val, 0x1234);
    EQUAL(rig_execute(m, SC).cause, CAUSE_STORE_PAGE);
    m->mode = MODE_S;
    EQUAL(rig_execute(m, SC).cause, CAUSE_STORE_PAGE);
    m->mode = MODE_S;
    EQUAL(rig_execute(m, encode_amo(0, 6, 5, 7)).cause, CAUSE_STORE_PAGE);
    EQUAL(m->csr.mtval, m->x[5]);
    EQUAL(rig_peek(m, WORD), 0x1234);
    model_free(m);
}

static void atomic_operations(void)
{
    static const struct {
        unsigned funct5;
        uint32_t memory, reg, result;
    } row[] = {
        {0x01, 5, 9, 9},
        {0x00, 0xFFFFFFFF, 2, 1},
        {0x04, 0xFF00FF00, 0x0FF00FF0, 0xF0F0F0F0},
        {0x0C, 0xFF00FF00, 0x0FF00FF0, 0x0F000F00},
        {0x08, 0xFF00FF00, 0x0FF00FF0, 0xFFF0FFF0},
        {0x10, 0x80000000, 1, 0x80000000},
        {0x14, 0x80000000, 1, 1},
        {0x18, 0x80000000, 1, 1},
        {0x1C, 0x80000000, 1, 0x80000000},
    };
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < sizeof row / sizeof *row; i++) {
        struct retire r;

        rig_poke(m, WORD, row[i].memory);
        m->x[5] = WORD;
        m->x[7] = row[i].reg;
        r = rig_execute(m, encode_amo(row[i].funct5, 6, 5, 7));
        EQUAL(r.rd_val, row[i].memory);
        EQUAL(r.mem_rdata, row[i].memory);
        EQUAL(r.mem_wdata, row[i].result);
        EQUAL(r.mem_rmask, 0xF);
        EQUAL(r.mem_wmask, 0xF);
        EQUAL(rig_peek(m, WORD), row[i].result);
    }
    model_free(m);
}

void test_atomic(void)
{
    RUN(atomic_sc_once);
    RUN(atomic_own_store_keeps_the_reservation);
    RUN(atomic_reservation_is_one_word);
    RUN(atomic_trap_and_return_clear_it);
    RUN(atomic_no_reservation_out_of_reset);
    RUN(atomic_faults);
    RUN(atomic_on_a_read_only_page);
    RUN(atomic_operations);
}

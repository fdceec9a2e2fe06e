/* Lockstep: what the model believes of the RTL's record, and what not.
 * SPDX-License-Identifier: ISC */
#include <string.h>

#include "../common/retire.h"
#include "test.h"

#define NOP 0x00000013u
#define ADDI_1 0x00100313u /* li t1, 1 */
#define ADDI_2 0x00200313u /* li t1, 2 */
#define FENCE_I 0x0000100Fu

static struct retire step(struct model *m, struct retire rtl)
{
    struct retire out;

    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    return out;
}

/* A machine by itself, and one that follows its records, agree in all. */
static void lockstep_follows_records(void)
{
    struct model *alone = rig_new(false), *judge = rig_new(true);

    for (unsigned round = 0; round < 200 && !test_failed(); round++) {
        /* random words, biased to be instructions, with a random timer */
        static const uint8_t opcode[] = {0x13, 0x33, 0x03, 0x23, 0x73, 0x2F,
                                         0x63, 0x6F, 0x17, 0x0B, 0x67, 0x0F};

        for (uint32_t a = RIG_CODE; a < RIG_CODE + 4096; a += 4) {
            uint32_t word = random_word(), kind = random_word() % 14;

            if (kind < 12)
                word = (word & ~0x7Fu) | opcode[kind];
            rig_poke(alone, a, word);
            rig_poke(judge, a, word);
        }
        alone->csr.mtvec = judge->csr.mtvec = RIG_CODE;
        alone->csr.stvec = judge->csr.stvec = RIG_CODE;
        alone->clint.mtimecmp = alone->clint.mtime + random_word() % 4096;
        alone->pc = judge->pc = RIG_CODE;
        for (unsigned i = 0; i < 2000 && !test_failed(); i++) {
            struct retire told, found;

            if (i % 16 == 0) /* somewhere to load from and store to */
                alone->x[1 + i / 16 % 31] = judge->x[1 + i / 16 % 31] =
                    RIG_CODE + random_word() % 8192;
            model_step(alone, &told);
            if (model_step_lockstep(judge, &told, &found) == MODEL_IMPOSSIBLE)
                test_fail("%s", model_message(judge));
            if (retire_differences(&told, &found))
                test_fail("insn 0x%08x at 0x%08x differs", told.insn, told.pc);
        }
    }
    model_free(alone);
    model_free(judge);
}

static void lockstep_device_data_from_rtl(void)
{
    struct model *m = rig_new(true);
    struct retire r;

    m->x[5] = 0x10000000;
    rig_poke(m, RIG_CODE, encode_i(OP_LOAD, 0, 6, 5, 2)); /* lb */
    r = step(m, (struct retire){.insn = encode_i(OP_LOAD, 0, 6, 5, 2),
                                .mem_rdata = 0x00C10000});
    EQUAL(r.rd_val, 0xFFFFFFC1);
    EQUAL(r.mem_rmask, 4);
    EQUAL(r.mem_rdata, 0x00C10000);
    EQUAL(r.mem_paddr, 0x10000000);
    model_free(m);
}

static void lockstep_memory_data_not_from_rtl(void)
{
    struct model *m = rig_new(true);
    struct retire r;

    m->x[5] = 0x80001000;
    rig_poke(m, 0x80001000, 77);
    rig_poke(m, RIG_CODE, encode_i(OP_LOAD, 2, 6, 5, 0));
    r = step(m, (struct retire){.insn = rig_peek(m, RIG_CODE),
                                .rd_val = 78, .mem_rdata = 78});
    EQUAL(r.rd_val, 77);
    EQUAL(r.mem_rdata, 77);
    model_free(m);
}

static void lockstep_counters_from_rtl_but_not_instret(void)
{
    static const struct {
        uint16_t csr;
        bool from_rtl;
        uint32_t otherwise;
    } row[] = {
        {0xC00, true, 0}, {0xC80, true, 0}, {0xC01, true, 0}, {0xC81, true, 0},
        {0xB00, true, 0}, {0xB03, true, 0}, {0xC0C, true, 0},
        {0xB02, false, 100}, {0xC02, false, 100}, {0xC82, false, 0},
        {0xB0D, false, 0}, {0xB83, false, 0x55}, {0x340, false, 0},
    };

    for (unsigned i = 0; i < sizeof row / sizeof *row; i++) {
        struct model *m = rig_new(true);
        struct retire r;

        m->csr.minstret = 100;
        rig_poke(m, RIG_CODE, encode_csr(2, 6, row[i].csr, 0));
        r = step(m, (struct retire){.insn = rig_peek(m, RIG_CODE),
                                    .rd_val = 0x12345655});
        EQUAL(r.rd_val, row[i].from_rtl ? 0x12345655 : row[i].otherwise);
        model_free(m);
    }
}

static void lockstep_stimer_bit_from_rtl_only_with_stce(void)
{
    struct model *m = rig_new(true);
    struct retire rtl = {.insn = encode_csr(2, 6, CSR_MIP, 0), .mip = MIP_STIP};

    rig_poke(m, RIG_CODE, rtl.insn);
    EQUAL(step(m, rtl).rd_val, 0);
    m->csr.menvcfgh = MENVCFGH_STCE;
    m->pc = RIG_CODE;
    EQUAL(step(m, rtl).rd_val, MIP_STIP);
    model_free(m);
}

/* A store over code, seen by fetches or not until fence.i. */
static struct model *after_store_over_code(void)
{
    struct model *m = rig_new(true);

    m->x[5] = RIG_CODE + 8;
    m->x[7] = ADDI_2;
    rig_poke(m, RIG_CODE, encode_store(2, 7, 5, 0));
    rig_poke(m, RIG_CODE + 4, FENCE_I);
    rig_poke(m, RIG_CODE + 8, ADDI_1);
    step(m, (struct retire){.insn = rig_peek(m, RIG_CODE)});
    return m;
}

static void lockstep_stale_fetch_is_legal(void)
{
    struct model *m = after_store_over_code();

    m->pc = RIG_CODE + 8;
    EQUAL(step(m, (struct retire){.insn = ADDI_1}).rd_val, 1);
    m->pc = RIG_CODE + 8;
    EQUAL(step(m, (struct retire){.insn = ADDI_2}).rd_val, 2);
    rig_poke(m, RIG_CODE + 12, NOP); /* nor a word of elsewhere */
    EQUAL(step(m, (struct retire){.insn = ADDI_1}).insn, NOP);
    m->pc = RIG_CODE + 8; /* a word that never was there */
    EQUAL(step(m, (struct retire){.insn = NOP}).insn, ADDI_2);
    model_free(m);
}

static void lockstep_no_stale_fetch_after_fence_i(void)
{
    struct model *m = after_store_over_code();

    step(m, (struct retire){.insn = FENCE_I});
    EQUAL(step(m, (struct retire){.insn = ADDI_1}).insn, ADDI_2);
    model_free(m);
}

/* A mapped load whose leaf has just been overwritten: old frame 0x80002, new
 * frame 0x80003. */
#define OLD_LEAF (0x80002u << 10 | 0xC3)
#define NEW_LEAF (0x80003u << 10 | 0xC3)
#define LW encode_i(OP_LOAD, 2, 6, 9, 0)
#define SFENCE_VMA 0x12000073u

static struct model *after_store_over_leaf(bool tolerant)
{
    struct model *m = rig_new(true);

    m->config.stale_maps = tolerant;
    m->mode = MODE_S;
    m->csr.satp = SATP_MODE | 0x80010;
    rig_poke(m, 0x80010000 + 4 * 0x200, 0x80000 << 10 | 0xCF);
    rig_poke(m, 0x80010000, 0x80011 << 10 | PTE_V);
    rig_poke(m, 0x80011000 + 4 * 5, OLD_LEAF);
    rig_poke(m, 0x80002000, 22);
    rig_poke(m, 0x80003000, 33);
    rig_poke(m, RIG_CODE, encode_store(2, 7, 5, 0));
    rig_poke(m, RIG_CODE + 4, LW);
    rig_poke(m, RIG_CODE + 8, SFENCE_VMA);
    m->x[5] = 0x80011000 + 4 * 5;
    m->x[7] = NEW_LEAF;
    m->x[9] = 0x5000;
    step(m, (struct retire){.insn = rig_peek(m, RIG_CODE)});
    return m;
}

static struct retire load_by(struct model *m, uint32_t leaf)
{
    m->pc = RIG_CODE + 4;
    return step(m, (struct retire){.insn = LW, .mem_pte = leaf});
}

static void lockstep_stale_map_is_an_error(void)
{
    struct model *m = after_store_over_leaf(false);

    EQUAL(load_by(m, OLD_LEAF).mem_pte, NEW_LEAF);
    model_free(m);
}

static void lockstep_stale_map_is_legal_when_tolerant(void)
{
    struct model *m = after_store_over_leaf(true);
    struct retire r = load_by(m, OLD_LEAF);

    EQUAL(r.mem_pte, OLD_LEAF);
    EQUAL(r.mem_paddr, 0x80002000);
    EQUAL(r.rd_val, 22);
    EQUAL(load_by(m, NEW_LEAF).rd_val, 33);
    EQUAL(load_by(m, NEW_LEAF | PTE_W).mem_pte, NEW_LEAF); /* never there */
    step(m, (struct retire){.insn = SFENCE_VMA});
    EQUAL(load_by(m, OLD_LEAF).mem_pte, NEW_LEAF);
    model_free(m);
}

static void lockstep_stale_pointer_is_legal_when_tolerant(void)
{
    struct model *m = after_store_over_leaf(true);

    m->x[5] = 0x80010000; /* the pointer goes; the old leaf behind it stays */
    m->x[7] = 0;
    m->pc = RIG_CODE;
    step(m, (struct retire){.insn = rig_peek(m, RIG_CODE)});
    EQUAL(load_by(m, OLD_LEAF).rd_val, 22);
    EQUAL(load_by(m, 0).cause, CAUSE_LOAD_PAGE);
    model_free(m);
}

static void lockstep_tohost_ends(void)
{
    struct model *m = rig_new(true);
    struct retire rtl = {0}, out;

    model_set_tohost(m, 0x80001000);
    m->x[5] = 0x80001000;
    m->x[7] = 9 << 1 | 1;
    rtl.insn = encode_store(2, 7, 5, 0);
    rig_poke(m, RIG_CODE, rtl.insn);
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_EXIT);
    EQUAL(model_exit_code(m), 9);
    model_free(m);
}

static void lockstep_finisher_is_the_rtls(void)
{
    struct model *m = rig_new(true);

    m->x[5] = 0x00100000;
    m->x[7] = 0x5555;
    rig_poke(m, RIG_CODE, encode_store(2, 7, 5, 0));
    EQUAL(step(m, (struct retire){.insn = rig_peek(m, RIG_CODE)}).mem_wdata,
          0x5555);
    model_free(m);
}

void test_lockstep(void)
{
    RUN(lockstep_follows_records);
    RUN(lockstep_device_data_from_rtl);
    RUN(lockstep_memory_data_not_from_rtl);
    RUN(lockstep_counters_from_rtl_but_not_instret);
    RUN(lockstep_stimer_bit_from_rtl_only_with_stce);
    RUN(lockstep_stale_fetch_is_legal);
    RUN(lockstep_no_stale_fetch_after_fence_i);
    RUN(lockstep_stale_map_is_an_error);
    RUN(lockstep_stale_map_is_legal_when_tolerant);
    RUN(lockstep_stale_pointer_is_legal_when_tolerant);
    RUN(lockstep_tohost_ends);
    RUN(lockstep_finisher_is_the_rtls);
}

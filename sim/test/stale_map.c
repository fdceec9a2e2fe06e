/* With stale_maps: translations by what has been in the map since the last fence
 * that covers them, and no others.
 * SPDX-License-Identifier: ISC */
#include "../common/retire.h"
#include "test.h"

#define MAP (SATP_MODE | 5u << SATP_ASID_SHIFT | 0x80010)
#define OTHER_MAP (SATP_MODE | 5u << SATP_ASID_SHIFT | 0x80020)
#define OTHER_ASID (SATP_MODE | 6u << SATP_ASID_SHIFT | 0x80020)
#define LEAF(ppn, flags) ((uint32_t)(ppn) << 10 | PTE_V | PTE_R | PTE_W | PTE_A | PTE_D | (flags))
#define VA 0x5000u
#define LW encode_i(OP_LOAD, 2, 6, 9, 0)
#define SC encode_amo(3, 6, 9, 7)

static struct retire step(struct model *m, uint32_t insn, struct retire rtl)
{
    struct retire out;

    m->mode = MODE_S;
    rig_poke(m, RIG_CODE, insn);
    m->pc = RIG_CODE;
    rtl.insn = insn;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    return out;
}

static void store(struct model *m, uint32_t paddr, uint32_t word)
{
    m->x[5] = paddr;
    m->x[7] = word;
    step(m, encode_store(2, 7, 5, 0), (struct retire){0});
}

static void write_map(struct model *m, unsigned csr, uint32_t map)
{
    m->x[7] = map;
    step(m, encode_csr(1, 0, csr, 7), (struct retire){0});
}

/* sfence.vma: a NULL is x0 */
static void fence(struct model *m, const uint32_t *va, const uint32_t *asid)
{
    m->x[5] = va ? *va : 0;
    m->x[7] = asid ? *asid : 0;
    step(m, 0x12000073 | (va ? 5u : 0) << 15 | (asid ? 7u : 0) << 20, (struct retire){0});
}

/* Two maps in which code and tables stand where they are, and VA is mapped by
 * a leaf that each test chooses. */
static struct model *with_leaf(uint32_t leaf, unsigned asid_bits)
{
    struct model *m = rig_new(true);

    m->config.stale_maps = true;
    m->config.asid_bits = asid_bits;
    for (uint32_t root = 0x80010000; root <= 0x80020000; root += 0x10000) {
        rig_poke(m, root + 4 * 0x200, LEAF(0x80000, PTE_X | PTE_G));
        rig_poke(m, root, (root + 0x1000) >> 12 << 10 | PTE_V);
        rig_poke(m, root + 0x1000 + 4 * (VA >> 12), root == 0x80010000 ? leaf : 0);
    }
    rig_poke(m, 0x80002000, 22);
    m->x[9] = VA;
    m->csr.satp = MAP;
    return m;
}

#define OLD LEAF(0x80002, 0)
#define OLD_GLOBAL LEAF(0x80002, PTE_G)
#define IN_TABLE (0x80011000u + 4 * (VA >> 12))

static bool old_leaf_is_legal(struct model *m, uint32_t leaf)
{
    m->x[9] = VA;
    return step(m, LW, (struct retire){.mem_pte = leaf, .pc_pte = 0}).mem_pte == leaf;
}

/* Whether the old leaf is legal after a fence with these operands. */
static bool after_fence(uint32_t leaf, const uint32_t *va, const uint32_t *asid)
{
    struct model *m = with_leaf(leaf, 9);
    bool legal;

    store(m, IN_TABLE, 0);
    CHECK(old_leaf_is_legal(m, leaf));
    fence(m, va, asid);
    legal = old_leaf_is_legal(m, leaf);
    model_free(m);
    return legal;
}

static void stale_map_ends_with_a_fence_that_covers_it(void)
{
    uint32_t here = VA + 0x123, elsewhere = VA + 0x1000, mine = 5, another = 6;

    CHECK(!after_fence(OLD, NULL, NULL));
    CHECK(!after_fence(OLD, &here, NULL));
    CHECK(!after_fence(OLD, NULL, &mine));
    CHECK(!after_fence(OLD, &here, &mine));
    CHECK(after_fence(OLD, &elsewhere, NULL));
    CHECK(after_fence(OLD, NULL, &another));
    CHECK(after_fence(OLD, &here, &another));
    CHECK(after_fence(OLD, &elsewhere, &mine));
}

static void stale_map_global_survives_fences_by_asid(void)
{
    uint32_t here = VA, mine = 5;

    CHECK(!after_fence(OLD_GLOBAL, NULL, NULL));
    CHECK(!after_fence(OLD_GLOBAL, &here, NULL));
    CHECK(after_fence(OLD_GLOBAL, NULL, &mine));
    CHECK(after_fence(OLD_GLOBAL, &here, &mine));
}

static void stale_map_of_4_mib_ends_with_a_fence_anywhere_in_it(void)
{
    struct model *m = with_leaf(OLD, 9);
    uint32_t far = 0x3FF000, beyond = 0x400000, big = LEAF(0x80000, 0);

    store(m, 0x80010000, big);
    store(m, 0x80010000, 0);
    CHECK(old_leaf_is_legal(m, big));
    fence(m, &beyond, NULL);
    CHECK(old_leaf_is_legal(m, big));
    fence(m, &far, NULL);
    CHECK(!old_leaf_is_legal(m, big));
    model_free(m);
}

/* A new map under the same ASID: the old one's entries stay until the fence. */
static void stale_map_register_of_the_same_asid(void)
{
    struct model *m = with_leaf(OLD, 9);
    uint32_t mine = 5;

    write_map(m, CSR_SATP, OTHER_MAP);
    CHECK(old_leaf_is_legal(m, OLD));
    fence(m, NULL, &mine);
    CHECK(!old_leaf_is_legal(m, OLD));
    model_free(m);
}

static void stale_map_register_of_another_asid(void)
{
    struct model *m = with_leaf(OLD, 9);

    write_map(m, CSR_SATP, OTHER_ASID);
    CHECK(!old_leaf_is_legal(m, OLD));
    model_free(m);
    m = with_leaf(OLD_GLOBAL, 9);
    write_map(m, CSR_SATP, OTHER_ASID);
    CHECK(old_leaf_is_legal(m, OLD_GLOBAL));
    model_free(m);
}

static void stale_map_nothing_survives_a_map_write_without_asids(void)
{
    struct model *m = with_leaf(OLD, 0);

    write_map(m, CSR_SATP, OTHER_MAP);
    CHECK(!old_leaf_is_legal(m, OLD));
    model_free(m);
}

/* Without ASIDs a change of the map in use flushes: here by MPRV with MPP=U. */
static void stale_map_nothing_survives_a_change_of_map_without_asids(void)
{
    struct model *m = with_leaf(OLD, 0);

    write_map(m, CSR_UPMAR, OTHER_MAP);
    store(m, IN_TABLE, 0);
    CHECK(old_leaf_is_legal(m, OLD));
    m->csr.mstatus |= MSTATUS_MPRV; /* MPP is U */
    step(m, 0x13, (struct retire){0});
    m->csr.mstatus &= ~MSTATUS_MPRV;
    step(m, 0x13, (struct retire){0});
    CHECK(!old_leaf_is_legal(m, OLD));
    model_free(m);
}

/* An access fault tells no leaf, nor does an SC that fails. */
static void stale_map_behind_an_access_fault(void)
{
    struct model *m = with_leaf(LEAF(0x70000, 0), 9);
    struct retire rtl = {.trap = 1, .cause = CAUSE_LOAD_ACCESS, .tval = VA};

    store(m, IN_TABLE, OLD);
    m->x[9] = VA;
    EQUAL(step(m, LW, rtl).cause, CAUSE_LOAD_ACCESS);
    fence(m, NULL, NULL);
    EQUAL(step(m, LW, rtl).trap, 0);
    model_free(m);
}

static void stale_map_behind_a_failed_sc(void)
{
    struct model *m = with_leaf(OLD, 9);

    store(m, IN_TABLE, 0);
    m->x[9] = VA;
    EQUAL(step(m, SC, (struct retire){.rd = 6, .rd_val = 1}).rd_val, 1);
    fence(m, NULL, NULL);
    EQUAL(step(m, SC, (struct retire){.rd = 6, .rd_val = 1}).cause, CAUSE_STORE_PAGE);
    model_free(m);
}

void test_stale_map(void)
{
    RUN(stale_map_ends_with_a_fence_that_covers_it);
    RUN(stale_map_global_survives_fences_by_asid);
    RUN(stale_map_of_4_mib_ends_with_a_fence_anywhere_in_it);
    RUN(stale_map_register_of_the_same_asid);
    RUN(stale_map_register_of_another_asid);
    RUN(stale_map_nothing_survives_a_map_write_without_asids);
    RUN(stale_map_nothing_survives_a_change_of_map_without_asids);
    RUN(stale_map_behind_an_access_fault);
    RUN(stale_map_behind_a_failed_sc);
}

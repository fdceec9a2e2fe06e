/* The walk against a second formulation of the manual's rules, for every entry
 * at every level, access, mode, SUM and MXR.
 * The formulation here shares nothing with sim/walk.c: it is a table of which
 * flags permit what, and a list of the reasons for which an entry is bad.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define ROOT 0x80010000u
#define LEAVES 0x80011000u
#define VA 0x40403ABCu /* first-level index 0x101, second-level 3 */
#define ROOT_ENTRY (ROOT + 4 * 0x101)
#define LEAF_ENTRY (LEAVES + 4 * 3)
#define POINTER (LEAVES >> 12 << 10 | PTE_V)
#define FRAME 0x12345u /* where leaves point: beyond DRAM, which is no matter */

enum { U, S, MODES };
static const unsigned privilege[MODES] = {MODE_U, MODE_S};
static const char *const mode_name[MODES] = {"U", "S"};
static const char *const access_name[] = {"fetch", "load", "store"};

/* Rows: X W R of the entry, columns: fetch, load, store; priv 4.3.1, figure
 * 4.18 and table 4.5. 'n' never, 'y' yes, 'm' with MXR, 'r' reserved entry,
 * 'p' pointer. */
static const char permitted[8][4] = {
    /* --- */ "ppp",
    /* --R */ "nyn",
    /* -W- */ "rrr",
    /* -WR */ "nyy",
    /* X-- */ "ymn",
    /* X-R */ "yyn",
    /* XW- */ "rrr",
    /* XWR */ "yyy",
};

static bool rights_permit(uint32_t pte, enum access access, bool mxr)
{
    char c = permitted[pte >> 1 & 7][access];

    return c == 'y' || (c == 'm' && mxr);
}

static bool user_bit_permits(uint32_t pte, unsigned mode, enum access access,
                             bool sum)
{
    bool user_page = pte & PTE_U;

    if (mode == U)
        return user_page;
    return !user_page || (sum && access != ACCESS_FETCH);
}

static bool leaf_is_good(uint32_t pte, int level, unsigned mode,
                         enum access access, bool sum, bool mxr)
{
    bool dirty_needed = access == ACCESS_STORE;

    return (pte & PTE_V) && rights_permit(pte, access, mxr) &&
           user_bit_permits(pte, mode, access, sum) && (pte & PTE_A) &&
           (!dirty_needed || (pte & PTE_D)) &&
           (level == 0 || (pte >> 10) % 1024 == 0);
}

static uint64_t address_in_leaf(uint32_t pte, int level)
{
    uint64_t frame = pte >> 10;

    if (level == 0)
        return frame * 4096 + VA % 4096;
    return frame / 1024 * 0x400000 + VA % 0x400000;
}

/* Translates VA and compares with what is wanted. */
static void expect(struct model *m, unsigned mode, enum access access,
                   bool good, uint64_t paddr, uint32_t pte)
{
    static const uint32_t page_fault[] = {
        CAUSE_FETCH_PAGE, CAUSE_LOAD_PAGE, CAUSE_STORE_PAGE};
    struct translation t = {0};
    bool ok = translate(m, VA, access, privilege[mode], &t);

    if (ok != good)
        test_fail("%s in %s, entry 0x%08x, mstatus 0x%08x: %s", access_name[access],
                  mode_name[mode], pte, m->csr.mstatus,
                  ok ? "no fault" : "a fault");
    else if (ok && (t.paddr != paddr || t.pte != pte))
        test_fail("%s in %s, entry 0x%08x: paddr 0x%llx, pte 0x%08x",
                  access_name[access], mode_name[mode], pte,
                  (unsigned long long)t.paddr, t.pte);
    else if (!ok && (m->trap_cause != page_fault[access] || m->trap_tval != VA))
        test_fail("%s in %s, entry 0x%08x: cause %u, tval 0x%08x",
                  access_name[access], mode_name[mode], pte, m->trap_cause,
                  m->trap_tval);
}

/* All accesses, modes, SUM and MXR through the maps as they stand, both
 * registers showing the same map. */
static void expect_all(struct model *m, uint32_t pte, int level)
{
    for (unsigned bits = 0; bits < 24; bits++) {
        bool sum = bits & 1, mxr = bits & 2;
        unsigned mode = bits >> 2 & 1;
        enum access access = bits >> 3;

        m->csr.mstatus = (sum ? MSTATUS_SUM : 0) | (mxr ? MSTATUS_MXR : 0);
        expect(m, mode, access, leaf_is_good(pte, level, mode, access, sum, mxr),
               address_in_leaf(pte, level), pte);
    }
}

static struct model *mapped(void)
{
    struct model *m = rig_new(false);

    m->mode = MODE_S;
    m->csr.satp = SATP_MODE | ROOT >> 12;
    rig_poke(m, ROOT_ENTRY, POINTER);
    return m;
}

static void walk_second_level_leaf(void)
{
    struct model *m = mapped();

    /* Bits 9:8 are for software, and ignored. */
    for (unsigned flags = 0; flags < 1024 && !test_failed(); flags++) {
        uint32_t pte = FRAME << 10 | flags;

        rig_poke(m, LEAF_ENTRY, pte);
        expect_all(m, pte, 0);
    }
    model_free(m);
}

/* A pointer at the last level is in the above: no leaf, so never good. */
static void walk_first_level_leaf(void)
{
    static const uint32_t frames[] = {0x12000, 0x12001, 0x12200, 0x3FFC00};
    struct model *m = mapped();

    for (unsigned i = 0; i < 4; i++) {
        for (unsigned flags = 0; flags < 1024 && !test_failed(); flags++) {
            uint32_t pte = frames[i] << 10 | flags;

            if ((flags & (PTE_V | PTE_R | PTE_W | PTE_X)) == PTE_V)
                continue; /* a pointer */
            rig_poke(m, ROOT_ENTRY, pte);
            expect_all(m, pte, 1);
        }
    }
    model_free(m);
}

static void walk_pointer_with_reserved_bits(void)
{
    struct model *m = mapped();
    uint32_t leaf = FRAME << 10 | 0xDF; /* all but G */

    rig_poke(m, LEAF_ENTRY, leaf);
    for (unsigned flags = 0; flags < 1024 && !test_failed(); flags++) {
        uint32_t pointer = (LEAVES >> 12) << 10 | flags;
        bool good = (flags & PTE_V) && !(flags & (PTE_A | PTE_D | PTE_U));

        if (flags & (PTE_R | PTE_W | PTE_X))
            continue; /* a leaf, or a reserved entry */
        rig_poke(m, ROOT_ENTRY, pointer);
        m->csr.mstatus = 0;
        for (enum access a = ACCESS_FETCH; a <= ACCESS_STORE; a++)
            expect(m, U, a, good, (uint64_t)FRAME << 12 | (VA & 0xFFF), leaf);
    }
    model_free(m);
}

static void walk_physical_address_has_34_bits(void)
{
    struct model *m = mapped();
    uint32_t leaf = 0xFFFFFCDF; /* the last frame of 2^34 bytes */

    rig_poke(m, LEAF_ENTRY, leaf);
    expect(m, U, ACCESS_LOAD, true, UINT64_C(0x3FFFFFABC), leaf);
    model_free(m);
}

/* A walk outside DRAM: an access fault of the type of the access. */
static void walk_leaving_dram_is_access_fault(void)
{
    static const uint32_t cause[] = {
        CAUSE_FETCH_ACCESS, CAUSE_LOAD_ACCESS, CAUSE_STORE_ACCESS};
    /* a hole, the ROM, a device, just past DRAM, 4 GiB above DRAM */
    static const uint32_t frames[] = {
        0x00000, 0x00001, 0x10000, (MODEL_DRAM_BASE + RIG_DRAM) >> 12, 0x180011};
    struct model *m = mapped();
    struct translation t;

    for (unsigned i = 0; i < sizeof frames / sizeof *frames; i++) {
        for (unsigned level = 0; level < 2; level++) {
            m->csr.satp = SATP_MODE | (level ? frames[i] : ROOT >> 12);
            rig_poke(m, ROOT_ENTRY, frames[i] << 10 | PTE_V);
            for (enum access a = ACCESS_FETCH; a <= ACCESS_STORE; a++) {
                CHECK(!translate(m, VA, a, MODE_U, &t));
                EQUAL(m->trap_cause, cause[a]);
                EQUAL(m->trap_tval, VA);
            }
        }
    }
    model_free(m);
}

/* Which register is in charge, for each privilege and both MODE bits: told by
 * the frame that each map's leaf names. */
static void walk_map_in_charge(void)
{
    enum { BARE, SATP, UPMAR };
    static const struct {
        bool satp, upmar;
        uint8_t by_u, by_s;
    } row[] = {
        {false, false, BARE, BARE},
        {true, false, SATP, SATP},
        {false, true, UPMAR, BARE},
        {true, true, UPMAR, SATP},
    };
    static const uint64_t address[] = {
        [BARE] = 0x00403ABC, [SATP] = 0x11403ABC, [UPMAR] = 0x22403ABC};
    static const uint32_t va = 0x00403ABC;
    struct model *m = rig_new(false);
    struct translation t;

    rig_poke(m, 0x80010000 + 4, 0x11400 << 10 | 0xCF);
    rig_poke(m, 0x80020000 + 4, 0x22400 << 10 | 0xDF);
    for (unsigned i = 0; i < 4; i++) {
        m->csr.mstatus = MSTATUS_SUM;
        m->csr.satp = (row[i].satp ? SATP_MODE : 0) | 0x80010;
        m->csr.upmar = (row[i].upmar ? SATP_MODE : 0) | 0x80020;
        translation_cache_flush(m);
        CHECK(translate(m, va, ACCESS_LOAD, MODE_S, &t));
        EQUAL(t.paddr, address[row[i].by_s]);
        CHECK(translate(m, va, ACCESS_LOAD, MODE_M, &t));
        EQUAL(t.paddr, va);
        rig_poke(m, 0x80010000 + 4, 0x11400 << 10 | 0xDF);
        CHECK(translate(m, va, ACCESS_LOAD, MODE_U, &t));
        EQUAL(t.paddr, address[row[i].by_u]);
        rig_poke(m, 0x80010000 + 4, 0x11400 << 10 | 0xCF);
    }
    model_free(m);
}

static void walk_mprv_is_for_data_only(void)
{
    struct model *m = rig_new(false);

    for (unsigned mpp = 0; mpp < 4; mpp++) {
        if (mpp == 2)
            continue;
        m->mode = MODE_M;
        m->csr.mstatus = mpp << MSTATUS_MPP_SHIFT;
        EQUAL(data_privilege(m), MODE_M);
        m->csr.mstatus |= MSTATUS_MPRV;
        EQUAL(data_privilege(m), mpp);
    }
    /* With MPRV and MPP = U the fetch still goes untranslated, the load not. */
    m->csr.mstatus = MSTATUS_MPRV;
    m->csr.satp = SATP_MODE | ROOT >> 12;
    m->x[5] = VA;
    rig_poke(m, ROOT_ENTRY, 0);
    struct retire r = rig_execute(m, encode_i(OP_LOAD, 2, 6, 5, 0));
    EQUAL(r.pc_paddr, RIG_CODE);
    EQUAL(r.cause, CAUSE_LOAD_PAGE);
    EQUAL(r.tval, VA);
    model_free(m);
}

void test_walk(void)
{
    RUN(walk_second_level_leaf);
    RUN(walk_first_level_leaf);
    RUN(walk_pointer_with_reserved_bits);
    RUN(walk_physical_address_has_34_bits);
    RUN(walk_leaving_dram_is_access_fault);
    RUN(walk_map_in_charge);
    RUN(walk_mprv_is_for_data_only);
}

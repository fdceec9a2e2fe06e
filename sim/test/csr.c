/* The CSRs, through CSR instructions: which numbers exist, for which modes,
 * and what each keeps of what is written.
 * SPDX-License-Identifier: ISC */
#include "test.h"

/* One row a register: what it reads out of reset, which bits can be written,
 * and what the others read. Numbers as in the manual's tables (priv 2.2). */
struct row {
    uint16_t number;
    uint32_t reset, writable;
};

static const struct row table[] = {
    /* supervisor; sie, sip and sstatus are views of machine registers */
    {0x100, 0, 0x000C0122}, /* sstatus: SIE SPIE SPP SUM MXR */
    {0x104, 0, 0},          /* sie: nothing is delegated yet */
    {0x105, 0, 0xFFFFFFFD}, /* stvec */
    {0x106, 0, 0x00001FFF}, /* scounteren */
    {0x10A, 0, 0x00000001}, /* senvcfg */
    {0x140, 0, 0xFFFFFFFF}, /* sscratch */
    {0x141, 0, 0xFFFFFFFC}, /* sepc */
    {0x142, 0, 0x8000001F}, /* scause */
    {0x143, 0, 0xFFFFFFFF}, /* stval */
    {0x144, 0, 0},          /* sip */
    {0x14D, 0xFFFFFFFF, 0xFFFFFFFF}, /* stimecmp */
    {0x15D, 0xFFFFFFFF, 0xFFFFFFFF}, /* stimecmph */
    {0x180, 0, 0xFFFFFFFF}, /* satp with 9 ASID bits */
    {0x5C0, 0, 0xFFFFFFFF}, /* upmar */
    {0x5C1, 0, 0x803FFFFF}, /* gtbl */
    /* machine */
    {0x300, 0, 0x007E19AA}, /* mstatus */
    {0x301, 0x40941101, 0}, /* misa */
    {0x302, 0, 0x0100B3FF}, /* medeleg */
    {0x303, 0, 0x00000222}, /* mideleg */
    {0x304, 0, 0x00000AAA}, /* mie */
    {0x305, 0, 0xFFFFFFFD}, /* mtvec */
    {0x306, 0, 0x00001FFF}, /* mcounteren */
    {0x30A, 0, 0x00000001}, /* menvcfg */
    {0x310, 0, 0},          /* mstatush */
    {0x31A, 0, 0x80000000}, /* menvcfgh */
    {0x320, 0, 0x00001FFD}, /* mcountinhibit */
    {0x340, 0, 0xFFFFFFFF}, /* mscratch */
    {0x341, 0, 0xFFFFFFFC}, /* mepc */
    {0x342, 0, 0x8000001F}, /* mcause */
    {0x343, 0, 0xFFFFFFFF}, /* mtval */
    {0x344, 0, 0x00000222}, /* mip: SSIP, STIP, SEIP */
    /* information */
    {0xF11, 0, 0}, {0xF12, 0, 0}, {0xF13, 0, 0}, {0xF14, 0, 0}, {0xF15, 0, 0},
};

static const struct row *find(unsigned number)
{
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].number == number)
            return &table[i];
    return NULL;
}

/* Counters: B00 and C00 with their high halves; events at 323 to 33F. */
static bool is_counter_or_event(unsigned number)
{
    if (number >= 0x323 && number <= 0x33F)
        return true;
    if ((number >= 0xB00 && number <= 0xB1F) ||
        (number >= 0xB80 && number <= 0xB9F))
        return (number & 0x1F) != 1;
    return (number >= 0xC00 && number <= 0xC1F) ||
           (number >= 0xC80 && number <= 0xC9F);
}

/* Writes all of x5, then reads; both as the machine's program would. */
static void write_csr(struct model *m, unsigned number, uint32_t value)
{
    m->x[5] = value;
    rig_execute(m, encode_csr(1, 0, number, 5));
}

static uint32_t read_csr(struct model *m, unsigned number)
{
    return rig_execute(m, encode_csr(2, 6, number, 0)).rd_val;
}

static void csr_keeps_what_it_should(void)
{
    static const uint32_t values[] = {
        0xFFFFFFFF, 0, 0x55555555, 0xAAAAAAAA, 0x12345678, 0xFEDCBA98};

    for (unsigned i = 0; i < sizeof table / sizeof *table; i++) {
        struct model *m = rig_new(false);
        const struct row *row = &table[i];

        if (read_csr(m, row->number) != row->reset)
            test_fail("CSR 0x%03X out of reset is not 0x%08X", row->number,
                      row->reset);
        for (unsigned v = 0; v < sizeof values / sizeof *values; v++) {
            uint32_t fixed = row->writable ? 0 : row->reset;
            uint32_t want = (values[v] & row->writable) | fixed, got;

            m->csr.mstatus = 0; /* MPRV or TVM would disturb the rest */
            if (row->number == 0x300 && (want >> 11 & 3) == 2)
                want &= ~0x1800u; /* MPP never holds the reserved mode */
            write_csr(m, row->number, values[v]);
            got = read_csr(m, row->number);
            if (got != want)
                test_fail("CSR 0x%03X reads 0x%08X after 0x%08X, not 0x%08X",
                          row->number, got, values[v], want);
        }
        model_free(m);
    }
}

/* Every number, in every mode, read and written. mcounteren and scounteren let
 * everything through; stimecmp is in force. */
static void csr_access_by_mode(void)
{
    static const unsigned modes[] = {MODE_U, MODE_S, MODE_M};

    for (unsigned number = 0; number < 4096 && !test_failed(); number++) {
        bool exists = find(number) || is_counter_or_event(number);

        for (unsigned i = 0; i < 6; i++) {
            struct model *m = rig_new(false);
            unsigned mode = modes[i / 2], least = number >> 8 & 3;
            bool write = i & 1, read_only = number >> 10 == 3, good;
            struct retire r;

            good = exists && mode >= least && !(write && read_only);
            if (number >= 0xC00 && number <= 0xC9F && mode != MODE_M)
                good = good && (number & 0x1F) <= 12; /* the enables' WARL */
            m->csr.mcounteren = m->csr.scounteren = 0x1FFF;
            m->csr.menvcfgh = MENVCFGH_STCE;
            m->mode = mode;
            r = rig_execute(m, encode_csr(write ? 1 : 2, 6, number, 0));
            if (r.trap == good)
                test_fail("CSR 0x%03X in mode %u, %s: %s", number, mode,
                          write ? "write" : "read", good ? "illegal" : "legal");
            if (r.trap) {
                EQUAL(r.cause, CAUSE_ILLEGAL);
                EQUAL(r.tval, r.insn);
            }
            model_free(m);
        }
    }
}

static void csr_reserved_mpp_leaves_the_field(void)
{
    struct model *m = rig_new(false);

    for (unsigned mpp = 0; mpp < 4; mpp++) {
        if (mpp == 2)
            continue;
        write_csr(m, CSR_MSTATUS, mpp << 11);
        write_csr(m, CSR_MSTATUS, 2 << 11 | MSTATUS_SUM);
        EQUAL(read_csr(m, CSR_MSTATUS), mpp << 11 | MSTATUS_SUM);
    }
    model_free(m);
}

static bool legal_in(struct model *m, unsigned mode, unsigned number)
{
    m->mode = mode;
    return !rig_execute(m, encode_csr(2, 6, number, 0)).trap;
}

static void csr_counter_enables(void)
{
    struct model *m = rig_new(false);

    for (unsigned n = 0; n < 32; n++) {
        for (unsigned bits = 0; bits < 4; bits++) {
            m->csr.mcounteren = bits & 1 && n <= 12 ? 1u << n : 0;
            m->csr.scounteren = bits & 2 && n <= 12 ? 1u << n : 0;
            EQUAL(legal_in(m, MODE_M, 0xC00 + n), true);
            EQUAL(legal_in(m, MODE_S, 0xC00 + n), (bits & 1) && n <= 12);
            EQUAL(legal_in(m, MODE_U, 0xC80 + n), bits == 3 && n <= 12);
        }
    }
    model_free(m);
}

static void csr_stimecmp_enables(void)
{
    struct model *m = rig_new(false);

    for (unsigned bits = 0; bits < 4; bits++) {
        m->csr.menvcfgh = bits & 1 ? MENVCFGH_STCE : 0;
        m->csr.mcounteren = bits & 2 ? 2 : 0;
        EQUAL(legal_in(m, MODE_M, 0x14D), true);
        EQUAL(legal_in(m, MODE_S, 0x14D), bits == 3);
        EQUAL(legal_in(m, MODE_S, 0x15D), bits == 3);
        EQUAL(legal_in(m, MODE_U, 0x14D), false);
    }
    model_free(m);
}

static void csr_tvm_guards_the_maps(void)
{
    static const unsigned guarded[] = {0x180, 0x5C0, 0x5C1};
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < 3; i++) {
        m->csr.mstatus = 0;
        EQUAL(legal_in(m, MODE_S, guarded[i]), true);
        m->csr.mstatus = MSTATUS_TVM;
        EQUAL(legal_in(m, MODE_S, guarded[i]), false);
        EQUAL(legal_in(m, MODE_M, guarded[i]), true);
    }
    model_free(m);
}

static void csr_asid_bits_are_a_parameter(void)
{
    for (unsigned bits = 0; bits <= 9; bits++) {
        struct model_config config = {.dram_bytes = RIG_DRAM, .asid_bits = bits};
        struct model *m = model_new(&config);
        uint32_t want = 0x803FFFFF | ((1u << bits) - 1) << 22;

        csr_write(m, CSR_SATP, 0xFFFFFFFF);
        csr_write(m, CSR_UPMAR, 0xFFFFFFFF);
        EQUAL(csr_read(m, CSR_SATP), want);
        EQUAL(csr_read(m, CSR_UPMAR), want);
        model_free(m);
    }
}

/* csrrs and csrrc with x0 as operand do not write; with another register that
 * holds zero they do (unpriv 9.1). */
static void csr_set_and_clear(void)
{
    struct model *m = rig_new(false);

    m->x[5] = 0x0F0;
    m->csr.mscratch = 0x00F;
    EQUAL(rig_execute(m, encode_csr(2, 6, 0x340, 5)).rd_val, 0x00F);
    EQUAL(m->csr.mscratch, 0x0FF);
    EQUAL(rig_execute(m, encode_csr(3, 6, 0x340, 5)).rd_val, 0x0FF);
    EQUAL(m->csr.mscratch, 0x00F);
    EQUAL(rig_execute(m, encode_csr(5, 6, 0x340, 0x1F)).rd_val, 0x00F);
    EQUAL(m->csr.mscratch, 0x1F);
    EQUAL(rig_execute(m, encode_csr(7, 6, 0x340, 0x11)).rd_val, 0x1F);
    EQUAL(m->csr.mscratch, 0x0E);
    EQUAL(rig_execute(m, encode_csr(6, 6, 0x340, 0x01)).rd_val, 0x0E);
    EQUAL(m->csr.mscratch, 0x0F);

    m->x[7] = 0;
    CHECK(!rig_execute(m, encode_csr(2, 6, 0xF14, 0)).trap);
    CHECK(!rig_execute(m, encode_csr(7, 6, 0xF14, 0)).trap);
    CHECK(rig_execute(m, encode_csr(2, 6, 0xF14, 7)).trap);
    CHECK(rig_execute(m, encode_csr(1, 6, 0xF14, 0)).trap);
    model_free(m);
}

static void csr_sie_and_sip_show_what_is_delegated(void)
{
    struct model *m = rig_new(false);

    m->csr.mie = 0xAAA;
    m->csr.mideleg = 0x022;
    EQUAL(read_csr(m, CSR_SIE), 0x022);
    write_csr(m, CSR_SIE, 0);
    EQUAL(m->csr.mie, 0xA88);
    write_csr(m, CSR_SIP, 0xFFF); /* SSIP alone is writable there */
    EQUAL(m->csr.mip_soft, 0x002);
    EQUAL(read_csr(m, CSR_SIP), 0x002);
    m->csr.mideleg = 0x220;
    EQUAL(read_csr(m, CSR_SIP), 0);
    write_csr(m, CSR_SIP, 0);
    EQUAL(m->csr.mip_soft, 0x002);
    model_free(m);
}

/* mip.SEIP reads the OR of the line and the bit; csrrs and csrrc change the
 * bit by what the bit was, not the line (priv 3.1.9). */
static void csr_seip_line_and_bit(void)
{
    struct model *m = rig_new(false);

    m->device_mip = MIP_SEIP;
    m->x[5] = MIP_SSIP;
    EQUAL(rig_execute(m, encode_csr(2, 6, CSR_MIP, 5)).rd_val, MIP_SEIP);
    EQUAL(m->csr.mip_soft, MIP_SSIP);
    m->csr.mip_soft = MIP_SEIP;
    m->device_mip = 0;
    EQUAL(read_csr(m, CSR_MIP), MIP_SEIP);
    EQUAL(rig_execute(m, encode_csr(3, 6, CSR_MIP, 5)).rd_val, MIP_SEIP);
    EQUAL(m->csr.mip_soft, MIP_SEIP);
    model_free(m);
}

static void csr_stip_by_software_or_stimecmp(void)
{
    struct model *m = rig_new(false);

    write_csr(m, CSR_MIP, MIP_STIP);
    EQUAL(read_csr(m, CSR_MIP), MIP_STIP);
    m->csr.menvcfgh = MENVCFGH_STCE; /* now the comparison alone decides */
    EQUAL(read_csr(m, CSR_MIP), 0);
    m->csr.stimecmp = 0;
    EQUAL(read_csr(m, CSR_MIP), MIP_STIP);
    write_csr(m, CSR_MIP, 0);
    EQUAL(read_csr(m, CSR_MIP), MIP_STIP);
    model_free(m);
}

static void csr_minstret_counts_older_instructions(void)
{
    struct model *m = rig_new(false);

    m->csr.minstret = 100;
    EQUAL(read_csr(m, CSR_MINSTRET), 100);
    EQUAL(read_csr(m, CSR_INSTRET), 101);
    rig_execute(m, 0x00000073); /* ecall: it traps, and is not counted */
    EQUAL(m->csr.minstret, 102);
    write_csr(m, CSR_MINSTRET, 7); /* nor is a write after itself */
    EQUAL(m->csr.minstret, 7);
    EQUAL(read_csr(m, CSR_MINSTRET), 7);
    write_csr(m, CSR_MINSTRETH, 3);
    EQUAL(m->csr.minstret, UINT64_C(0x300000008));
    write_csr(m, CSR_MCOUNTINHIBIT, 4); /* counts itself still */
    EQUAL(read_csr(m, CSR_MINSTRET), 9);
    EQUAL(read_csr(m, CSR_MINSTRET), 9);
    write_csr(m, CSR_MCOUNTINHIBIT, 0); /* and this one does not */
    EQUAL(read_csr(m, CSR_MINSTRET), 9);
    EQUAL(read_csr(m, CSR_MINSTRET), 10);
    model_free(m);
}

static void csr_hpm_counters_have_40_bits(void)
{
    struct model *m = rig_new(false);

    for (unsigned n = 3; n < 32; n++) {
        write_csr(m, 0xB00 + n, 0xFFFFFFFF);
        write_csr(m, 0xB80 + n, 0xFFFFFFFF);
        EQUAL(read_csr(m, 0xB00 + n), n <= 12 ? 0xFFFFFFFF : 0);
        EQUAL(read_csr(m, 0xB80 + n), n <= 12 ? 0xFF : 0);
        write_csr(m, 0x320 + n, 0xFFFFFFFF);
        EQUAL(read_csr(m, 0x320 + n), 0); /* fixed events */
    }
    model_free(m);
}

void test_csr(void)
{
    RUN(csr_keeps_what_it_should);
    RUN(csr_reserved_mpp_leaves_the_field);
    RUN(csr_access_by_mode);
    RUN(csr_counter_enables);
    RUN(csr_stimecmp_enables);
    RUN(csr_tvm_guards_the_maps);
    RUN(csr_asid_bits_are_a_parameter);
    RUN(csr_set_and_clear);
    RUN(csr_sie_and_sip_show_what_is_delegated);
    RUN(csr_seip_line_and_bit);
    RUN(csr_stip_by_software_or_stimecmp);
    RUN(csr_minstret_counts_older_instructions);
    RUN(csr_hpm_counters_have_40_bits);
}

/* Integer computation, against formulations from the bits up: carries added
 * one by one, products by shifting, quotients by long division.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PAIRS 3000

static uint32_t bit(uint64_t a, unsigned i)
{
    return a >> i & 1;
}

static uint32_t add_bits(uint32_t a, uint32_t b, bool carry)
{
    uint32_t sum = 0;

    for (unsigned i = 0; i < 32; i++) {
        unsigned total = bit(a, i) + bit(b, i) + carry;

        sum |= (total & 1) << i;
        carry = total >> 1;
    }
    return sum;
}

/* Unsigned order by the first bit that differs; signed with bit 31 turned. */
static bool below(uint32_t a, uint32_t b, bool is_signed)
{
    for (int i = 31; i >= 0; i--)
        if (bit(a, i) != bit(b, i))
            return bit(b, i) != (i == 31 && is_signed);
    return false;
}

static uint32_t shift_bits(uint32_t a, uint32_t amount, bool left, bool fill)
{
    for (unsigned n = amount % 32; n > 0; n--)
        a = left ? a + a : a / 2 + (fill ? 0x80000000u : 0);
    return a;
}

/* The upper word of a product: of the unsigned one, less what the operands
 * that are negative were taken too large by. */
static uint32_t upper_product(uint32_t a, uint32_t b, bool a_signed, bool b_signed)
{
    uint64_t product = 0;
    uint32_t upper;

    for (unsigned i = 0; i < 32; i++)
        if (bit(b, i))
            product += (uint64_t)a << i;
    upper = product >> 32;
    if (a_signed && bit(a, 31))
        upper -= b;
    if (b_signed && bit(b, 31))
        upper -= a;
    return upper;
}

static uint32_t negated(uint32_t a)
{
    return add_bits(~a, 0, true);
}

static uint32_t long_division(uint32_t a, uint32_t b, uint32_t *remainder)
{
    uint32_t result = 0;
    uint64_t rest = 0;

    for (int i = 31; i >= 0; i--) {
        rest = rest * 2 + bit(a, i);
        result *= 2;
        if (rest >= b) {
            rest -= b;
            result++;
        }
    }
    *remainder = rest;
    return result;
}

/* Rounded towards zero; the remainder has the dividend's sign. With 33-bit
 * magnitudes the overflow needs no special case; a zero divisor does. */
static uint32_t quotient(uint32_t a, uint32_t b, bool is_signed, bool want_rest)
{
    bool a_negative = is_signed && bit(a, 31), b_negative = is_signed && bit(b, 31);
    uint32_t q, rest;

    if (b == 0)
        return want_rest ? a : ~UINT32_C(0);
    q = long_division(a_negative ? negated(a) : a, b_negative ? negated(b) : b,
                      &rest);
    if (want_rest)
        return a_negative ? negated(rest) : rest;
    return a_negative != b_negative ? negated(q) : q;
}

static uint32_t expected(unsigned funct7, unsigned funct3, uint32_t a, uint32_t b)
{
    static const bool left = true;

    switch (funct7 << 4 | funct3) {
    case 0x000: return add_bits(a, b, false);
    case 0x200: return add_bits(a, ~b, true);
    case 0x001: return shift_bits(a, b, left, false);
    case 0x002: return below(a, b, true);
    case 0x003: return below(a, b, false);
    case 0x004: return (a | b) & ~(a & b);
    case 0x005: return shift_bits(a, b, !left, false);
    case 0x205: return shift_bits(a, b, !left, bit(a, 31));
    case 0x006: return ~(~a & ~b);
    case 0x007: return ~(~a | ~b);
    case 0x010: return (uint32_t)((uint64_t)a * b);
    case 0x011: return upper_product(a, b, true, true);
    case 0x012: return upper_product(a, b, true, false);
    case 0x013: return upper_product(a, b, false, false);
    case 0x014: return quotient(a, b, true, false);
    case 0x015: return quotient(a, b, false, false);
    case 0x016: return quotient(a, b, true, true);
    default: return quotient(a, b, false, true);
    }
}

static uint32_t interesting(void)
{
    static const uint32_t corner[] = {0, 1, 2, 31, 32, 0x7FFFFFFF, 0x80000000,
                                      0x80000001, 0xFFFFFFFE, 0xFFFFFFFF};
    uint32_t choice = random_word() % 16;

    if (choice < sizeof corner / sizeof *corner)
        return corner[choice];
    return random_word() >> random_word() % 32;
}

static void alu_registers(void)
{
    static const unsigned funct7[] = {0x00, 0x20, 0x01};
    struct model *m = rig_new(false);

    for (unsigned n = 0; n < PAIRS && !test_failed(); n++) {
        uint32_t a = interesting(), b = interesting();

        m->x[5] = a;
        m->x[7] = b;
        for (unsigned i = 0; i < 24; i++) {
            unsigned f7 = funct7[i / 8], f3 = i % 8;
            struct retire r;

            if (f7 == 0x20 && f3 != 0 && f3 != 5)
                continue;
            r = rig_execute(m, f7 << 25 | 7 << 20 | 5 << 15 | f3 << 12 | 6 << 7 |
                                   OP_OP);
            if (r.rd_val != expected(f7, f3, a, b))
                test_fail("funct7 0x%x funct3 %u of 0x%08x, 0x%08x gives 0x%08x",
                          f7, f3, a, b, r.rd_val);
        }
    }
    model_free(m);
}

static void alu_immediates(void)
{
    struct model *m = rig_new(false);

    for (unsigned n = 0; n < PAIRS && !test_failed(); n++) {
        uint32_t a = interesting(), bits = random_word() & 0xFFF;
        uint32_t immediate = bits < 0x800 ? bits : bits + 0xFFFFF000u;

        m->x[5] = a;
        for (unsigned f3 = 0; f3 < 8; f3++) {
            unsigned f7 = 0, field = bits;

            if (f3 == 1 || f3 == 5) {
                f7 = f3 == 5 && (bits & 0x400) ? 0x20 : 0;
                field = (bits & 31) | f7 << 5;
            }
            EQUAL(rig_execute(m, encode_i(OP_OP_IMM, f3, 6, 5, field)).rd_val,
                  expected(f7, f3, a, immediate));
        }
        EQUAL(rig_execute(m, bits << 12 | 6 << 7 | OP_LUI).rd_val, bits << 12);
        EQUAL(rig_execute(m, bits << 12 | 6 << 7 | OP_AUIPC).rd_val,
              RIG_CODE + (bits << 12));
    }
    model_free(m);
}

static void alu_x0_stays_zero(void)
{
    struct model *m = rig_new(false);
    struct retire r = rig_execute(m, encode_i(OP_OP_IMM, 0, 0, 0, 5));

    EQUAL(r.rd, 0);
    EQUAL(r.rd_val, 0);
    EQUAL(m->x[0], 0);
    EQUAL(rig_execute(m, encode_i(OP_OP_IMM, 0, 6, 0, 0)).rd_val, 0);
    model_free(m);
}

/* Each condition, forwards and backwards by every power of two. */
static void alu_branches(void)
{
    struct model *m = rig_new(false);

    for (unsigned n = 0; n < PAIRS && !test_failed(); n++) {
        uint32_t a = interesting(), b = n % 3 ? interesting() : a;
        uint32_t offset = 4u << random_word() % 10;
        const bool taken[8] = {a == b, a != b, false, false,
                               below(a, b, true), !below(a, b, true),
                               below(a, b, false), !below(a, b, false)};

        if (n & 1)
            offset = negated(offset) & 0x1FFF;
        m->x[5] = a;
        m->x[7] = b;
        for (unsigned f3 = 0; f3 < 8; f3++) {
            uint32_t insn = bit(offset, 12) << 31 | (offset >> 5 & 0x3F) << 25 |
                            7 << 20 | 5 << 15 | f3 << 12 |
                            (offset >> 1 & 0xF) << 8 | bit(offset, 11) << 7 |
                            OP_BRANCH;
            uint32_t distance = bit(offset, 12) ? offset | 0xFFFFE000u : offset;

            if (f3 == 2 || f3 == 3)
                continue;
            EQUAL(rig_execute(m, insn).next_pc,
                  taken[f3] ? RIG_CODE + distance : RIG_CODE + 4);
        }
    }
    model_free(m);
}

/* jal reaches every multiple of 4 in its 21 bits. */
static void alu_jal_offsets(void)
{
    struct model *m = rig_new(false);

    for (unsigned i = 2; i <= 20; i++) {
        uint32_t offset = 1u << i;
        uint32_t distance = i == 20 ? 0xFFF00000u : offset;
        uint32_t insn = bit(offset, 20) << 31 | (offset >> 1 & 0x3FF) << 21 |
                        bit(offset, 11) << 20 | (offset >> 12 & 0xFF) << 12 |
                        6 << 7 | OP_JAL;
        struct retire r = rig_execute(m, insn);

        EQUAL(r.next_pc, RIG_CODE + distance);
        EQUAL(r.rd_val, RIG_CODE + 4);
    }
    model_free(m);
}

/* Every size at every place of a word, signed and not. */
static void alu_loads_and_stores(void)
{
    struct model *m = rig_new(false);
    uint32_t address = 0x80001000, content = 0x8091A2F3, value = 0xC4D5E6F7;

    m->x[7] = value;
    for (unsigned f3 = 0; f3 < 6; f3++) {
        unsigned bytes = 1u << f3 % 4;

        if (f3 == 3)
            continue;
        for (unsigned at = 0; at < 4; at += bytes) {
            uint32_t field = 0xFFFFFFFFu >> (32 - 8 * bytes);
            uint32_t loaded = content >> 8 * at & field;
            struct retire r;

            rig_poke(m, address, content);
            m->x[5] = address + 100;
            if (f3 < 3 && bit(loaded, 8 * bytes - 1))
                loaded |= ~field;
            r = rig_execute(m, encode_i(OP_LOAD, f3, 6, 5, (int)at - 100));
            EQUAL(r.rd_val, loaded);
            EQUAL(r.mem_addr, address);
            EQUAL(r.mem_rdata, content & field << 8 * at);
            EQUAL(r.mem_rmask, ((1u << bytes) - 1) << at);
            if (f3 >= 3)
                continue;
            r = rig_execute(m, encode_store(f3, 7, 5, (int)at - 100));
            EQUAL(r.mem_wdata, (value & field) << 8 * at);
            EQUAL(r.mem_wmask, ((1u << bytes) - 1) << at);
            EQUAL(rig_peek(m, address), (content & ~(field << 8 * at)) |
                                            (value & field) << 8 * at);
        }
    }
    model_free(m);
}

void test_alu(void)
{
    RUN(alu_registers);
    RUN(alu_immediates);
    RUN(alu_x0_stays_zero);
    RUN(alu_branches);
    RUN(alu_jal_offsets);
    RUN(alu_loads_and_stores);
}

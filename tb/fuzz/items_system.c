/* Items: CSRs, fences, changes of maps and gates, modes and traps.
 * SPDX-License-Identifier: ISC */
#include "generate.h"

#define SPARE_A (g->pool[6])
#define SPARE_B (g->pool[7])

/* Stores of value at address, wherever the mode sees it. */
static void emit_store_at(struct generator *g, uint32_t address, uint32_t value)
{
    unsigned a = SPARE_A, b = SPARE_B == a ? (a % 31) + 1 : SPARE_B;

    emit_li(g, a, address);
    emit_li(g, b, value);
    emit(g, enc_s(2, a, b, 0));
}

/* An interrupt by software, from the CLINT, in memory as the mode sees it. */
void item_msip(struct generator *g)
{
    unsigned a = SPARE_A, b = SPARE_B == a ? a % 31 + 1 : SPARE_B;

    emit_li(g, a, g->mode == IN_M ? 0x02000000u : 0x20002000u);
    emit_li(g, b, rng_below(&g->rng, 4) != 0);
    if (g->mode == IN_M && rng_chance(&g->rng, 30)) { /* held back for a while */
        emit(g, enc_csr(7, 0, MSTATUS_MIE, CSR_MSTATUS));
        emit(g, enc_s(2, a, b, 0));
        emit(g, enc_csr(6, 0, MSTATUS_MIE, CSR_MSTATUS));
        return;
    }
    emit(g, enc_s(2, a, b, 0));
}

/* Several alike that take their time, so that an interrupt comes after one of them. */
static void emit_slow(struct generator *g)
{
    unsigned kind = rng_below(&g->rng, 6), base = RNG_PICK(&g->rng, g->pointer);

    if (!rng_chance(&g->rng, 40))
        return;
    for (unsigned i = 0; i < 10; i++) {
        switch (kind) {
        case 0: emit(g, FENCE_I); break;
        case 1: emit(g, enc_amo(3, 0, destination(g), base, source(g))); break;
        case 2: emit(g, enc_amo(0, 0, destination(g), base, source(g))); break;
        case 3: emit(g, enc_r(OP_OP, 4, 1, destination(g), source(g), source(g))); break;
        case 4: emit(g, enc_r(OP_OP, 1, 1, destination(g), source(g), source(g))); break;
        default: emit(g, g->mode == IN_U ? WFI : enc_sfence(0, 0));
        }
    }
}

/* The UART's interrupt some time later: when it has sent. */
void item_uart(struct generator *g)
{
    unsigned a = SPARE_A, b = SPARE_B == a ? a % 31 + 1 : SPARE_B;

    emit_li(g, a, g->mode == IN_M ? 0x10000000u : 0x20009000u);
    emit_li(g, b, 2);
    emit(g, enc_s(0, a, b, 0));
    if (rng_chance(&g->rng, 50))
        emit(g, enc_s(0, a, b, 0));
    emit(g, enc_s(0, a, b, 1));
    emit_slow(g);
}

/* Writes that would end all: the way back to the dispatcher is mtvec, and mie
 * holds the timer that comes to the rescue. */
static bool is_vital(unsigned csr)
{
    return csr == CSR_MTVEC || csr == CSR_MIE || csr == CSR_STVEC;
}

void item_csr(struct generator *g)
{
    unsigned csr = random_csr(g), f3 = 1 + rng_below(&g->rng, 3);
    unsigned rs1 = source(g);

    if (rng_chance(&g->rng, 25)) { /* five bits */
        f3 |= 4;
        rs1 = rng_below(&g->rng, 32);
    } else if (rng_chance(&g->rng, 60)) {
        rs1 = SPARE_A;
        emit_li(g, rs1, random_csr_value(g, csr));
    }
    if (is_vital(csr) && g->mode != IN_U && rng_chance(&g->rng, 95)) { /* as it was */
        f3 = 2 + rng_below(&g->rng, 2);
        rs1 = SPARE_A;
        emit_li(g, rs1, 0);
    }
    if (rng_chance(&g->rng, 25)) { /* only read */
        f3 |= 2;
        rs1 = 0;
    }
    emit(g, enc_csr(f3, destination(g), rs1, csr));
    if (rng_chance(&g->rng, 20)) /* and back, at once */
        emit(g, enc_csr(2, destination(g), 0, csr));
}

/* The ASID of a map in use, as S or M can tell it, or any that there is. */
static void emit_asid(struct generator *g, unsigned reg)
{
    if (rng_chance(&g->rng, 40)) {
        emit_li(g, reg, random_asid(g));
        return;
    }
    emit(g, enc_csr(2, reg, 0, rng_chance(&g->rng, 60) ? CSR_SATP : CSR_UPMAR));
    emit(g, enc_i(OP_OP_IMM, 1, reg, reg, 1));
    emit(g, enc_i(OP_OP_IMM, 5, reg, reg, 23));
}

static void emit_sfence(struct generator *g, uint32_t va)
{
    unsigned form = rng_below(&g->rng, 4), rs1 = 0, rs2 = 0;

    if (form & 1) {
        rs1 = SPARE_A;
        emit_li(g, rs1, va + rng_below(&g->rng, 4096));
    }
    if (form & 2) {
        rs2 = SPARE_B == SPARE_A ? SPARE_A % 31 + 1 : SPARE_B;
        emit_asid(g, rs2);
    }
    emit(g, enc_sfence(rs1, rs2));
}

void item_fence(struct generator *g)
{
    switch (rng_below(&g->rng, 4)) {
    case 0:
        emit(g, rng_chance(&g->rng, 70) ? FENCE
                                        : (rng_word(&g->rng) & ~0x707Fu) | OP_MISC_MEM);
        break;
    case 1:
        emit(g, FENCE_I);
        break;
    default:
        if (rng_chance(&g->rng, 15)) /* operands as they come */
            emit(g, enc_sfence(source(g), source(g)));
        else
            emit_sfence(g, random_va(g));
    }
}

/* The tables are seen by S at 0xD0000000, or as they lie in memory. */
static uint32_t table_address(struct generator *g, uint32_t physical)
{
    if (g->mode == IN_M)
        return physical;
    return 0xD0000000u + (physical - FUZZ_TABLES);
}

static void emit_use(struct generator *g, unsigned pointer, bool code)
{
    if (code && rng_chance(&g->rng, 70))
        emit(g, enc_i(OP_JALR, 0, destination(g), pointer, 0));
    else if (rng_chance(&g->rng, 65))
        emit(g, enc_i(OP_LOAD, 2, destination(g), pointer, 0));
    else
        emit(g, enc_s(2, pointer, source(g), 0));
}

/* Changes an entry, fences it or not, and uses the page, perhaps before and
 * after, so that the old entry is in the TLB. */
void item_map_change(struct generator *g)
{
    unsigned pointer = g->pointer[0], i;
    uint32_t va, at, pte;
    bool code;

    if (g->good_entries && rng_chance(&g->rng, 50)) {
        i = rng_below(&g->rng, g->good_entries);
        at = g->good_entry[i];
        va = g->good_entry_va[i];
        pte = with_other_frame(g, program_peek(g->p, at));
    } else {
        i = rng_below(&g->rng, g->entries);
        at = g->entry[i];
        va = g->entry_va[i];
        pte = random_pte(g);
    }
    if (rng_chance(&g->rng, 40)) /* only a bit of it: A or D, or any */
        pte = program_peek(g->p, at) ^
              1u << (rng_chance(&g->rng, 30) ? 6 + rng_below(&g->rng, 2) : rng_below(&g->rng, 12));
    code = program_peek(g->p, at) - (FUZZ_CODE >> 2) < FUZZ_CODE_PAGES << 10;
    emit_li(g, pointer, va + rng_below(&g->rng, 8) * 4);
    if (rng_chance(&g->rng, 70))
        emit_use(g, pointer, false);
    emit_store_at(g, table_address(g, at), pte);
    if (rng_chance(&g->rng, 70))
        emit_sfence(g, va);
    emit_use(g, pointer, code);
}

void item_gate_change(struct generator *g)
{
    uint32_t address = FUZZ_GATES + rng_below(&g->rng, FUZZ_GATE_PAGES * 256) * 16;

    emit_store_at(g, address, random_descriptor(g));
}

void item_trap(struct generator *g)
{
    emit(g, rng_chance(&g->rng, 70) ? ECALL : EBREAK);
}

void item_wfi(struct generator *g)
{
    emit(g, WFI);
}

/* By names that are good, at the limits, and wild; with fields that are not zero. */
void item_svc(struct generator *g)
{
    unsigned rs1 = 0;
    int32_t imm = (int32_t)rng_below(&g->rng, 256);
    uint32_t insn;

    if (rng_chance(&g->rng, 40)) {
        static const uint32_t base[] = {0, 1, 128, 254, 255, 256, 0xFFFFFFFF, 0x100, 0x80000000,
                                        0xFFFFFF00, 0x10000};

        rs1 = SPARE_A;
        emit_li(g, rs1, RNG_PICK(&g->rng, base));
        imm = (int32_t)rng_below(&g->rng, 512) - 256;
    }
    insn = enc_svc(rs1, imm);
    if (rng_chance(&g->rng, 4))
        insn ^= 1u << (7 + rng_below(&g->rng, 8));
    emit(g, insn);
}

/* xRET to what follows, or elsewhere, in a mode of its choice. */
void item_return(struct generator *g)
{
    bool machine = g->mode == IN_M;
    unsigned reg = SPARE_A;

    if (rng_chance(&g->rng, 70)) {
        unsigned mode = machine ? rng_below(&g->rng, 4) : rng_below(&g->rng, 2);
        uint32_t status = rng_word(&g->rng) & (machine ? 0x7E0922u : 0x0C0022u);
        uint32_t target;

        status |= machine ? mode << 11 | (rng_word(&g->rng) & 0x80) : mode << 8;
        target = random_entry_point(g, mode);
        if (mode == IN_U && rng_chance(&g->rng, 90))
            target = user_address(target);
        emit_li(g, reg, target);
        emit(g, enc_csr(1, 0, reg, machine ? CSR_MEPC : CSR_SEPC));
        emit_li(g, reg, status);
        emit(g, enc_csr(1, 0, reg, machine ? CSR_MSTATUS : CSR_SSTATUS));
    }
    emit(g, machine && rng_chance(&g->rng, 80) ? MRET : SRET);
}

/* The end of a handler that skips what trapped. */
void item_resume(struct generator *g)
{
    unsigned reg = SPARE_A;

    emit(g, enc_csr(2, reg, 0, CSR_SEPC));
    emit(g, enc_i(OP_OP_IMM, 0, reg, reg, 4));
    emit(g, enc_csr(1, 0, reg, CSR_SEPC));
    emit(g, SRET);
}

/* Loads and stores as another mode would make them. */
void item_mprv(struct generator *g)
{
    unsigned reg = SPARE_A, pointer = g->pointer[1], n = 1 + rng_below(&g->rng, 3);
    uint32_t va;

    switch (rng_below(&g->rng, 4)) {
    case 0: va = random_device_va(g); break;
    case 1: va = random_flags_va(g, false); break;
    case 2: va = random_global_va(g); break;
    default: va = random_va(g);
    }
    emit_li(g, pointer, va);
    emit_li(g, reg, (rng_word(&g->rng) & 0x000C1822u) | MSTATUS_MPRV);
    emit(g, enc_csr(1, 0, reg, CSR_MSTATUS));
    for (unsigned i = 0; i < n; i++)
        emit_any_access(g, pointer);
    if (rng_chance(&g->rng, 30))
        emit_sfence(g, va);
    if (rng_chance(&g->rng, 80)) {
        emit_li(g, reg, MSTATUS_MPRV);
        emit(g, enc_csr(3, 0, reg, CSR_MSTATUS));
    }
}

/* Another map in charge, and an access through it at once. */
void item_map_switch(struct generator *g)
{
    unsigned reg = SPARE_A, csr = rng_chance(&g->rng, 50) ? CSR_SATP : CSR_UPMAR;
    uint32_t value = random_map(g);

    if (rng_chance(&g->rng, 15)) {
        csr = CSR_GTBL;
        value = rng_word(&g->rng) << 31 |
                ((FUZZ_GATES >> 12) + rng_below(&g->rng, FUZZ_GATE_PAGES));
    }
    emit_li(g, reg, value);
    emit(g, enc_csr(1, 0, reg, csr));
    if (rng_chance(&g->rng, 15))
        emit(g, enc_sfence(0, 0));
    emit(g, enc_i(OP_LOAD, 2, destination(g), RNG_PICK(&g->rng, g->pointer), 0));
}

/* A supervisor timer interrupt soon, or one by software. */
void item_timer(struct generator *g)
{
    unsigned a = SPARE_A, b = SPARE_B == a ? a % 31 + 1 : SPARE_B;

    if (rng_chance(&g->rng, 30)) {
        emit(g, enc_csr(6, 0, 2, CSR_SIP));
        return;
    }
    emit(g, enc_csr(2, a, 0, CSR_TIME));
    emit(g, enc_i(OP_OP_IMM, 0, b, a, (int32_t)rng_below(&g->rng, 64)));
    emit(g, enc_csr(1, 0, b, CSR_STIMECMP));
    emit(g, enc_csr(1, 0, 0, CSR_STIMECMPH));
    emit_slow(g);
}

/* See recording.h.
 * SPDX-License-Identifier: ISC */
#include "recording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/isa_names.h"
#include "../../sim/riscv.h"

#define MODE_U 0
#define MODE_S 1
#define MODE_M 3
#define NOBODY 0xFFFFu
#define MAP_ON 0x80000000u
#define MAP_PPN 0x3FFFFFu
#define BIT_MPRV (1u << 17)
#define MPP_SHIFT 11
#define BY_ECALL 0xFFFFFFFFu /* a gate call in the plain RISC-V way: a7 says which */

enum { C_SATP, C_UPMAR, C_GTBL, C_MSTATUS, C_SEPC, C_SCAUSE, C_STVAL, C_MEPC, C_MCAUSE, C_MTVAL };

static const char *const csr_names[CSR_COUNT] = {
    [C_SATP] = "satp", [C_UPMAR] = "upmar", [C_GTBL] = "gtbl", [C_MSTATUS] = "mstatus",
    [C_SEPC] = "sepc", [C_SCAUSE] = "scause", [C_STVAL] = "stval", [C_MEPC] = "mepc",
    [C_MCAUSE] = "mcause", [C_MTVAL] = "mtval",
};

const char *recording_csr_name(unsigned number)
{
    return csr_names[number];
}

void recording_init(struct recording *rec, struct code *code, const uint8_t *dram,
                    uint64_t dram_bytes, uint64_t from)
{
    *rec = (struct recording){.code = code, .from = from, .mode = MODE_M, .span_mode = NOBODY};
    rec->who = must_realloc(NULL, WHO_FIRST_MODULE * sizeof *rec->who);
    rec->who[WHO_MACHINE] = (struct who){.name = "machine"};
    rec->who[WHO_KERNEL] = (struct who){.name = "kernel"};
    rec->whos = WHO_FIRST_MODULE;
    rec->kernel_elf = code_elf_of(code, NULL);
    rec->user_elf = CODE_NO_ELF;
    rec->tlb.out = &rec->columns;
    maps_init(&rec->maps, &rec->columns, dram, dram_bytes);
}

void recording_free(struct recording *rec)
{
    maps_free(&rec->maps);
    columns_free(&rec->columns);
    free(rec->who);
}

uint32_t recording_length(const struct recording *rec)
{
    return rec->seen > rec->from ? rec->seen - rec->from : 0;
}

/* The number of the current instruction within the window. */
static uint32_t now(const struct recording *rec)
{
    return rec->seen > rec->from ? rec->seen - rec->from : 0;
}

static void add(struct recording *rec, enum column_name c, uint32_t value)
{
    column_add(&rec->columns, c, value);
}

/* ---- Whose */

/* The owner of a map: by its ASID, 0 being the kernel's, and the name that the
 * kernel's table has for it now. */
static unsigned who_has(struct recording *rec, uint32_t map, bool user)
{
    unsigned asid = map >> 22 & 0x1FF;
    struct who w = {.asid = asid};

    if (asid == 0 && !user)
        return WHO_KERNEL;
    for (unsigned i = 0; i < MODULE_NAME && (asid + 1) * MODULE_NAME <= rec->names_bytes; i += 4) {
        uint32_t word = maps_word(&rec->maps, rec->names_paddr + asid * MODULE_NAME + i);

        memcpy(w.name + i, &word, 4);
    }
    if (!w.name[0])
        snprintf(w.name, sizeof w.name, map & MAP_ON ? "asid %u" : "user", asid);
    for (unsigned i = WHO_FIRST_MODULE; i < rec->whos; i++)
        if (rec->who[i].asid == asid && strcmp(rec->who[i].name, w.name) == 0)
            return i;
    rec->who = must_realloc(rec->who, (rec->whos + 1) * sizeof *rec->who);
    rec->who[rec->whos] = w;
    return rec->whos++;
}

static void note_span(struct recording *rec, unsigned mode, unsigned who)
{
    if (mode == rec->span_mode && who == rec->span_who)
        return;
    rec->span_mode = mode;
    rec->span_who = who;
    if (rec->seen < rec->from)
        return;
    add(rec, COL_span_at, now(rec));
    add(rec, COL_span_mode, mode);
    add(rec, COL_span_who, who);
}

static void enter_user(struct recording *rec)
{
    uint32_t upmar = rec->csr[C_UPMAR];

    rec->user = who_has(rec, upmar & MAP_ON ? upmar : rec->csr[C_SATP], true);
    rec->user_elf = code_elf_of(rec->code, rec->who[rec->user].name);
}

/* ---- Translations, for the TLB */

static struct replay_access access_in(const struct recording *rec, uint32_t va, unsigned mode,
                                      uint32_t pte)
{
    bool user_map = mode == MODE_U && rec->csr[C_UPMAR] & MAP_ON;
    struct replay_access a = {
        .va = va, .map = user_map ? rec->csr[C_UPMAR] : rec->csr[C_SATP],
        .user_map = user_map, .pte = pte,
    };
    uint32_t root = maps_word(&rec->maps, ((uint64_t)(a.map & MAP_PPN) << 12) + 4 * (va >> 22));

    a.big = root & (PTE_R | PTE_X);
    return a;
}

static bool is_translated(const struct recording *rec, unsigned mode)
{
    return mode != MODE_M && ((mode == MODE_U && rec->csr[C_UPMAR] & MAP_ON) ||
                              rec->csr[C_SATP] & MAP_ON);
}

static bool is_fault_of_fetch(const struct retire *r)
{
    return r->trap && (r->cause == 1 || r->cause == 12);
}

static bool is_fault_of_data(const struct retire *r)
{
    return r->trap && (r->cause == 5 || r->cause == 7 || r->cause == 13 || r->cause == 15);
}

/* FLAG_FETCH_MISS, FLAG_DATA_MISS. */
static unsigned misses(struct recording *rec, const struct retire *r)
{
    uint32_t status = rec->csr[C_MSTATUS];
    unsigned flags = 0, mode = (status & BIT_MPRV) ? status >> MPP_SHIFT & 3 : r->mode;
    bool data = !r->trap && (r->mem_rmask || r->mem_wmask) && insn_opcode(r->insn) != OP_CUSTOM_0;
    struct replay_access a;

    if (is_translated(rec, r->mode)) {
        a = access_in(rec, r->pc, r->mode, is_fault_of_fetch(r) ? 0 : r->pc_pte);
        if (!replay_access(&rec->tlb, now(rec), &a))
            flags |= FLAG_FETCH_MISS;
    }
    if ((data || is_fault_of_data(r)) && is_translated(rec, mode)) {
        a = access_in(rec, data ? r->mem_addr : r->tval, mode, data ? r->mem_pte : 0);
        if (!replay_access(&rec->tlb, now(rec), &a))
            flags |= FLAG_DATA_MISS;
    }
    return flags;
}

/* ---- Events and control registers */

static void note_event(struct recording *rec, enum event_kind kind, uint32_t a, uint32_t b)
{
    if (rec->seen < rec->from)
        return;
    add(rec, COL_event_at, now(rec));
    add(rec, COL_event_kind, kind);
    add(rec, COL_event_a, a);
    add(rec, COL_event_b, b);
}

static bool is_fence(const struct retire *r)
{
    return !r->trap && (r->insn & 0xFE007FFFu) == 0x12000073u;
}

static void note_events(struct recording *rec, const struct retire *r)
{
    if (r->intr)
        note_event(rec, EVENT_INTERRUPT, r->intr_cause, 0);
    if (r->trap && r->cause == CAUSE_ECALL_U)
        note_event(rec, EVENT_GATE, BY_ECALL, rec->x[7 + 10]);
    else if (r->trap)
        note_event(rec, EVENT_FAULT, r->cause, r->tval);
    else if (insn_opcode(r->insn) == OP_CUSTOM_0)
        note_event(rec, EVENT_GATE, r->mem_addr, r->next_pc);
    else if (r->insn == ISA_SRET || r->insn == ISA_MRET)
        note_event(rec, EVENT_RETURN, r->next_pc, r->next_mode);
    if (is_fence(r)) {
        note_event(rec, EVENT_FLUSH, insn_rs1(r->insn) ? r->rs1_val : 1,
                   insn_rs2(r->insn) ? r->rs2_val : UINT32_MAX);
        replay_fence(&rec->tlb, now(rec) + 1, !insn_rs1(r->insn), r->rs1_val);
    }
}

static void note_csrs(struct recording *rec, const struct retire *r)
{
    const uint32_t after[CSR_COUNT] = {
        [C_SATP] = r->satp, [C_UPMAR] = r->upmar, [C_GTBL] = r->gtbl, [C_MSTATUS] = r->mstatus,
        [C_SEPC] = r->sepc, [C_SCAUSE] = r->scause, [C_STVAL] = r->stval, [C_MEPC] = r->mepc,
        [C_MCAUSE] = r->mcause, [C_MTVAL] = r->mtval,
    };

    for (unsigned i = 0; i < CSR_COUNT; i++) {
        if (after[i] == rec->csr[i])
            continue;
        if (i <= C_UPMAR) {
            note_event(rec, EVENT_SWITCH, i, after[i]);
            if (after[i] & MAP_ON)
                maps_use(&rec->maps, now(rec) + 1, after[i] & MAP_PPN,
                         who_has(rec, after[i], false));
        }
        rec->csr[i] = after[i];
        if (rec->seen < rec->from)
            continue;
        add(rec, COL_csr_at, now(rec) + 1);
        add(rec, COL_csr_number, i);
        add(rec, COL_csr_value, after[i]);
    }
}

/* ---- Instructions */

static void note_instruction(struct recording *rec, const struct retire *r, unsigned flags)
{
    bool memory = r->mem_rmask || r->mem_wmask;

    flags |= r->mode | (r->trap ? FLAG_TRAP : 0) | (r->intr ? FLAG_INTR : 0) |
             (memory ? FLAG_MEMORY : 0) |
             (memory && insn_opcode(r->insn) == OP_CUSTOM_0 ? FLAG_GATE : 0);
    add(rec, COL_code, code_number(rec->code, r->mode == MODE_U ? rec->user_elf : rec->kernel_elf,
                                   r->pc, r->insn));
    add(rec, COL_flags, flags);
    add(rec, COL_rd, r->rd);
    add(rec, COL_pc_frame, is_fault_of_fetch(r) ? UINT32_MAX : (uint32_t)(r->pc_paddr >> 12));
    add(rec, COL_pc_pte, r->pc_pte);
    if (r->rd)
        add(rec, COL_rd_value, r->rd_val);
    if (memory) {
        add(rec, COL_mem_va, r->mem_addr);
        add(rec, COL_mem_pa, r->mem_paddr >> 2);
        add(rec, COL_mem_pte, r->mem_pte);
        add(rec, COL_mem_mask, r->mem_wmask << 4 | r->mem_rmask);
        add(rec, COL_mem_data, r->mem_wmask ? r->mem_wdata : r->mem_rdata);
    }
}

/* The window begins: what was kept of the time before gives way to the state. */
static void begin(struct recording *rec)
{
    memcpy(rec->begin_registers, rec->x, sizeof rec->x);
    for (unsigned c = 0; c < COLUMN_COUNT; c++)
        rec->columns.column[c].used = 0;
    for (unsigned i = 0; i < CSR_COUNT; i++) {
        add(rec, COL_csr_at, 0);
        add(rec, COL_csr_number, i);
        add(rec, COL_csr_value, rec->csr[i]);
    }
    maps_begin(&rec->maps);
    replay_begin(&rec->tlb);
    rec->span_mode = NOBODY;
}

void recording_retire(struct recording *rec, const struct retire *r)
{
    unsigned flags;

    if (rec->seen == rec->from)
        begin(rec);
    if (r->mode == MODE_U && rec->mode != MODE_U)
        enter_user(rec);
    note_span(rec, r->mode, r->mode == MODE_M ? WHO_MACHINE
              : r->mode == MODE_S ? WHO_KERNEL : rec->user);
    flags = misses(rec, r);
    rec->fetch_misses += (flags & FLAG_FETCH_MISS) != 0;
    rec->data_misses += (flags & FLAG_DATA_MISS) != 0;
    note_events(rec, r);
    if (r->mem_wmask)
        maps_store(&rec->maps, now(rec) + 1, r->mem_paddr);
    note_csrs(rec, r);
    if (rec->seen >= rec->from)
        note_instruction(rec, r, flags);
    if (r->rd)
        rec->x[r->rd] = r->rd_val;
    rec->mode = r->mode;
    rec->seen++;
}

void recording_uart(struct recording *rec, uint8_t c)
{
    add(rec, COL_uart_at, now(rec) + 1);
    add(rec, COL_uart_char, c);
}

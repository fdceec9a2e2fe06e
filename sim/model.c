/* The machine's life: reset, and the step loop of the two ways of running,
 * alone and in lockstep with the RTL.
 * SPDX-License-Identifier: ISC */
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "devices/devices.h"
#include "machine.h"
#include "mem.h"
#include "riscv.h"

/* The boot ROM unless told: a0 = hart, a1 = no device tree, jump to DRAM. */
static const uint32_t small_rom[] = {
    0xF1402573, /* csrr a0, mhartid */
    0x00000593, /* li a1, 0 */
    0x800002B7, /* lui t0, 0x80000 */
    0x00028067, /* jr t0 */
};

struct model *model_new(const struct model_config *config)
{
    struct model *m = calloc(1, sizeof *m);

    if (!m)
        return NULL;
    m->config = *config;
    m->dram = calloc(config->dram_bytes, 1);
    if (!m->dram || !translation_cache_init(m)) {
        model_free(m);
        return NULL;
    }
    model_set_rom(m, small_rom, sizeof small_rom);
    model_reset(m);
    return m;
}

void model_free(struct model *m)
{
    if (!m)
        return;
    translation_cache_free(m);
    free(m->dram);
    free(m);
}

/* priv 3.4: M mode, MIE and MPRV clear. Everything that the manual leaves open
 * is zero here, but for stimecmp: no timer interrupt before one is asked for. */
void model_reset(struct model *m)
{
    memset(m->x, 0, sizeof m->x);
    memset(&m->csr, 0, sizeof m->csr);
    m->csr.stimecmp = UINT64_MAX;
    m->pc = MODEL_ROM_BASE;
    m->mode = MODE_M;
    m->reserved = false;
    m->redirects = m->touched_device = m->wrote_stimecmp = false;
    m->waiting = 0;
    m->last_mip = 0;
    stale_fence_i(&m->stale);
    stale_fence_everything(&m->stale);
    translation_cache_flush(m);
    devices_reset(m);
}

uint8_t *model_dram(struct model *m)
{
    return m->dram;
}

void model_set_rom(struct model *m, const void *bytes, size_t n)
{
    memset(m->rom, 0, sizeof m->rom);
    memcpy(m->rom, bytes, n < sizeof m->rom ? n : sizeof m->rom);
}

void model_set_tohost(struct model *m, uint32_t paddr)
{
    m->has_tohost = true;
    m->tohost = paddr;
}

void model_set_stale_maps(struct model *m, bool allowed)
{
    m->config.stale_maps = allowed;
}

int model_exit_code(const struct model *m)
{
    return m->exit_code;
}

const char *model_message(const struct model *m)
{
    return m->message;
}

uint32_t model_pc(const struct model *m)
{
    return m->pc;
}

uint32_t model_reg(const struct model *m, unsigned number)
{
    return m->x[number & 31];
}

static bool fetch(struct model *m)
{
    struct translation t;

    if (!translate(m, m->pc, ACCESS_FETCH, m->mode, &t))
        return false;
    if (!mem_fetch(m, t.paddr, &m->insn))
        return raise_access_fault(m, m->pc, ACCESS_FETCH);
    m->r->insn = m->insn;
    m->r->pc_paddr = t.paddr;
    m->r->pc_pte = t.pte;
    return true;
}

static void take_interrupt(struct model *m, uint32_t cause)
{
    m->r->intr = 1;
    m->r->intr_cause = cause;
    take_trap(m, cause, 0);
    m->pc = m->next_pc;
}

/* What an exception leaves of the record: nothing was read, written or
 * accessed. */
static void record_exception(struct model *m)
{
    struct retire *r = m->r;

    r->trap = 1;
    r->cause = m->trap_cause;
    r->tval = m->trap_tval;
    r->rs1 = r->rs2 = 0;
    r->rs1_val = r->rs2_val = 0;
}

/* One instruction, from fetch to retirement or trap. An instruction that traps
 * does not retire, so minstret does not count it (priv 3.3.1). The increment
 * comes before what the instruction itself writes (unpriv 9.1): it goes by the
 * inhibit bit as it was, and never follows a write of minstret. */
static void run_instruction(struct model *m)
{
    bool counts = !(m->csr.mcountinhibit & 1u << 2);

    m->r->pc = m->pc;
    m->r->mode = m->mode;
    m->next_pc = m->pc + 4;
    m->minstret_written = m->redirects = false;
    m->touched_device = m->wrote_stimecmp = false;

    if (fetch(m) && execute(m)) {
        if (counts && !m->minstret_written)
            m->csr.minstret++;
    } else {
        record_exception(m);
        take_trap(m, m->trap_cause, m->trap_tval);
    }
    m->pc = m->next_pc;
    if (m->config.asid_bits == 0)
        note_maps_in_use(m);
}

static void record_state(struct model *m)
{
    struct retire *r = m->r;
    const struct csrs *c = &m->csr;

    r->next_pc = m->pc;
    r->next_mode = m->mode;
    r->mstatus = c->mstatus;
    r->mepc = c->mepc;
    r->mcause = c->mcause;
    r->mtval = c->mtval;
    r->sepc = c->sepc;
    r->scause = c->scause;
    r->stval = c->stval;
    r->satp = c->satp;
    r->upmar = c->upmar;
    r->gtbl = c->gtbl;
}

static void begin(struct model *m, struct retire *out)
{
    m->status = MODEL_OK;
    m->r = out ? out : &m->unwanted;
    memset(m->r, 0, sizeof *m->r);
}

enum model_status model_step(struct model *m, struct retire *out)
{
    uint32_t interrupt;

    begin(m, out);
    m->r->mip = pending_bits(m);
    interrupt = chosen_interrupt(m, pending_bits(m));
    if (interrupt)
        take_interrupt(m, interrupt);
    run_instruction(m);
    record_state(m);
    if (!(m->csr.mcountinhibit & 1))
        m->csr.mcycle++;
    devices_tick(m);
    return m->status;
}

enum model_status model_step_lockstep(struct model *m, const struct retire *rtl,
                                      struct retire *out)
{
    enum model_status judgement;

    begin(m, out);
    m->rtl = rtl;
    m->r->order = rtl->order;
    m->r->cycle = rtl->cycle;
    m->r->mip = rtl->mip;
    judge_interrupt(m, rtl);
    judgement = m->status;
    if (rtl->intr)
        take_interrupt(m, rtl->intr_cause);
    run_instruction(m);
    record_state(m);
    m->last_mip = rtl->mip;
    return judgement != MODEL_OK ? judgement : m->status;
}

/* Interrupts: what is pending, which one is due (priv 3.1.9), and whether what
 * the RTL did about it in lockstep was possible.
 * SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>

#include "machine.h"
#include "riscv.h"

/* A pending and enabled interrupt must be taken within a bounded time; this
 * many instructions is the bound that the RTL is held to. */
#define PATIENCE 64

/* The bits of mip that only the hardware can know. STIP is one of them while
 * stimecmp is in force (Sstc), otherwise software writes it. */
static uint32_t hardware_bits(const struct model *m)
{
    uint32_t bits = MIP_MEIP | MIP_MTIP | MIP_MSIP | MIP_SEIP;

    if (m->csr.menvcfgh & MENVCFGH_STCE)
        bits |= MIP_STIP;
    return bits;
}

static uint32_t hardware_mip(const struct model *m)
{
    uint32_t mip = m->device_mip;

    if (m->rtl)
        return m->rtl->mip & hardware_bits(m);
    if (clint_mtip(&m->clint))
        mip |= MIP_MTIP;
    if ((m->csr.menvcfgh & MENVCFGH_STCE) &&
        m->clint.mtime >= m->csr.stimecmp)
        mip |= MIP_STIP;
    return mip;
}

/* mip: SEIP is the OR of the line and of the bit that software has written. */
uint32_t pending_bits(const struct model *m)
{
    uint32_t soft = m->csr.mip_soft;

    if (m->csr.menvcfgh & MENVCFGH_STCE)
        soft &= ~MIP_STIP;
    return hardware_mip(m) | soft;
}

/* An interrupt for mode x is enabled in lower modes always, in x with xIE set,
 * in higher modes never. Those for M come before those for S, and among each
 * the order is external, software, timer. Returns the cause, or 0. */
uint32_t chosen_interrupt(const struct model *m, uint32_t pending)
{
    static const uint8_t order[] = {11, 3, 7, 9, 1, 5};
    const struct csrs *c = &m->csr;
    uint32_t ready = pending & c->mie;
    uint32_t candidates = 0;

    if (!ready)
        return 0;
    if (m->mode != MODE_M || (c->mstatus & MSTATUS_MIE))
        candidates = ready & ~c->mideleg;
    if (!candidates && (m->mode == MODE_U ||
                        (m->mode == MODE_S && (c->mstatus & MSTATUS_SIE))))
        candidates = ready & c->mideleg;

    for (unsigned i = 0; i < sizeof order; i++)
        if (candidates >> order[i] & 1)
            return CAUSE_INTERRUPT | order[i];
    return 0;
}

static void impossible(struct model *m, const char *what, uint32_t cause,
                       uint32_t pending)
{
    m->status = MODEL_IMPOSSIBLE;
    snprintf(m->message, sizeof m->message,
             "%s %" PRIu32 ": pending 0x%03" PRIx32 ", mie 0x%03" PRIx32
             ", mideleg 0x%03" PRIx32 ", mode %d, mstatus 0x%08" PRIx32,
             what, cause & ~CAUSE_INTERRUPT, pending, m->csr.mie,
             m->csr.mideleg, m->mode, m->csr.mstatus);
}

/* Lines that may have risen and fallen again between the last instruction and
 * this one: a timer can run out in the very cycle in which its time is moved on. */
static uint32_t moved_lines(const struct model *m)
{
    uint32_t lines = 0;

    if (m->touched_device)
        lines |= hardware_bits(m) & ~MIP_STIP;
    if (m->wrote_stimecmp)
        lines |= hardware_bits(m) & MIP_STIP;
    return lines;
}

/* Judges the arrival (or the absence) of an interrupt before the instruction
 * that the RTL reports.
 * The record has mip as this instruction saw it, which may be some cycles
 * after the interrupt was taken: lines may have risen in between. And what the
 * last instruction did (a store to mtimecmp, a write of stimecmp) may have
 * lowered one too late to be seen, which priv 3.2.1 allows. So a claim is
 * possible if its bit is up now, or was for the last instruction; and nothing
 * that comes first may have been up both times. The same "both" decides that
 * an interrupt was certainly there but not taken. Lines fall otherwise only
 * through device accesses; right after one nothing is certain. */
void judge_interrupt(struct model *m, const struct retire *rtl)
{
    uint32_t pending = pending_bits(m);
    uint32_t possible = pending | (m->last_mip & hardware_bits(m)) | moved_lines(m);
    uint32_t certain = pending & (m->last_mip | ~hardware_bits(m));
    uint32_t due;

    if (m->touched_device)
        certain = pending & ~hardware_bits(m);
    due = chosen_interrupt(m, certain);

    if (rtl->intr) {
        uint32_t claim = rtl->intr_cause;
        uint32_t number = claim & ~CAUSE_INTERRUPT;
        uint32_t claimed = number < 32 ? 1u << number : 0;

        if (chosen_interrupt(m, possible & claimed) != claim)
            impossible(m, "interrupt not pending or not enabled", claim,
                       pending);
        else if (chosen_interrupt(m, certain | claimed) != claim)
            impossible(m, "interrupt taken before one of higher priority",
                       claim, pending);
        m->waiting = 0;
    } else if (!due) {
        m->waiting = 0;
    } else if (m->redirects) {
        impossible(m, "interrupt not taken right after xRET or a CSR write",
                   due, pending);
    } else if (++m->waiting > PATIENCE) {
        impossible(m, "interrupt not taken in time", due, pending);
    }
}

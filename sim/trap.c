/* Traps into S and M, and the returns from them: the only ways, besides svc,
 * in which the privilege mode changes.
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "riscv.h"

bool raise(struct model *m, uint32_t cause, uint32_t tval)
{
    m->trap_cause = cause;
    m->trap_tval = tval;
    return false;
}

bool raise_illegal(struct model *m)
{
    return raise(m, CAUSE_ILLEGAL, m->insn);
}

/* priv 3.1.8: traps from M are never delegated. */
static bool delegated(const struct model *m, uint32_t cause)
{
    uint32_t deleg =
        cause & CAUSE_INTERRUPT ? m->csr.mideleg : m->csr.medeleg;

    return m->mode != MODE_M && (deleg >> (cause & 31) & 1);
}

/* priv 3.1.7: interrupts alone are vectored. */
static uint32_t handler(uint32_t tvec, uint32_t cause)
{
    uint32_t base = tvec & ~3u;

    if ((tvec & 1) && (cause & CAUSE_INTERRUPT))
        return base + 4 * (cause & ~CAUSE_INTERRUPT);
    return base;
}

/* Replaces the bits of a field that `mask` covers. */
static void set_mstatus(struct model *m, uint32_t mask, uint32_t value)
{
    m->csr.mstatus = (m->csr.mstatus & ~mask) | (value & mask);
}

static uint32_t bit_if(bool condition, uint32_t bit)
{
    return condition ? bit : 0;
}

/* priv 3.1.6.1: entering x sets xPIE to xIE, xIE to 0 and xPP to the mode that
 * was interrupted. The trapping pc is m->pc. */
void take_trap(struct model *m, uint32_t cause, uint32_t tval)
{
    struct csrs *c = &m->csr;

    m->reserved = false;
    if (delegated(m, cause)) {
        c->sepc = m->pc;
        c->scause = cause;
        c->stval = tval;
        set_mstatus(m, MSTATUS_SPIE | MSTATUS_SIE | MSTATUS_SPP,
                    bit_if(c->mstatus & MSTATUS_SIE, MSTATUS_SPIE) |
                    bit_if(m->mode == MODE_S, MSTATUS_SPP));
        m->mode = MODE_S;
        m->next_pc = handler(c->stvec, cause);
    } else {
        c->mepc = m->pc;
        c->mcause = cause;
        c->mtval = tval;
        set_mstatus(m, MSTATUS_MPIE | MSTATUS_MIE | MSTATUS_MPP,
                    bit_if(c->mstatus & MSTATUS_MIE, MSTATUS_MPIE) |
                    (uint32_t)m->mode << MSTATUS_MPP_SHIFT);
        m->mode = MODE_M;
        m->next_pc = handler(c->mtvec, cause);
    }
    count_event(m, 8);
}

/* priv 3.1.6.1, 3.3.2: xRET sets xIE to xPIE, the mode to xPP, xPIE to 1 and
 * xPP to the least mode; MPRV is cleared unless the new mode is M. */
void return_from_m(struct model *m)
{
    uint32_t mstatus = m->csr.mstatus;

    m->mode = (mstatus & MSTATUS_MPP) >> MSTATUS_MPP_SHIFT;
    set_mstatus(m, MSTATUS_MIE | MSTATUS_MPIE | MSTATUS_MPP,
                bit_if(mstatus & MSTATUS_MPIE, MSTATUS_MIE) | MSTATUS_MPIE);
    if (m->mode != MODE_M)
        set_mstatus(m, MSTATUS_MPRV, 0);
    m->next_pc = m->csr.mepc;
    m->reserved = false;
    m->redirects = true;
}

void return_from_s(struct model *m)
{
    uint32_t mstatus = m->csr.mstatus;

    m->mode = mstatus & MSTATUS_SPP ? MODE_S : MODE_U;
    set_mstatus(m, MSTATUS_SIE | MSTATUS_SPIE | MSTATUS_SPP | MSTATUS_MPRV,
                bit_if(mstatus & MSTATUS_SPIE, MSTATUS_SIE) | MSTATUS_SPIE);
    m->next_pc = m->csr.sepc;
    m->reserved = false;
    m->redirects = true;
}

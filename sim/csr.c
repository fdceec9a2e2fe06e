/* The control and status registers: which exist for whom, what they read, and
 * what becomes of what is written to them (WARL fields are legal after any
 * write: priv 2.3).
 * SPDX-License-Identifier: ISC */
#include "machine.h"
#include "riscv.h"

#define MISA_VALUE 0x40941101u /* RV32 A I M S U X (priv 3.1.1) */

#define MSTATUS_WRITABLE                                                      \
    (MSTATUS_SIE | MSTATUS_MIE | MSTATUS_SPIE | MSTATUS_MPIE | MSTATUS_SPP |  \
     MSTATUS_MPP | MSTATUS_MPRV | MSTATUS_SUM | MSTATUS_MXR | MSTATUS_TVM |   \
     MSTATUS_TW | MSTATUS_TSR)
#define SSTATUS_BITS                                                          \
    (MSTATUS_SIE | MSTATUS_SPIE | MSTATUS_SPP | MSTATUS_SUM | MSTATUS_MXR)

/* Every exception that can come from below M, and undefined gates; not 10, 11
 * and 14 (priv 3.1.8). */
#define MEDELEG_WRITABLE 0x0100B3FFu
#define COUNTEREN_BITS 0x1FFFu     /* cycle, time, instret, hpm 3 to 12 */
#define MCOUNTINHIBIT_BITS 0x1FFDu /* the same without time */
#define COUNTEREN_TM 0x2u
#define ENVCFG_FIOM 0x1u
#define CAUSE_BITS (CAUSE_INTERRUPT | 0x1Fu)
#define TVEC_BITS 0xFFFFFFFDu /* MODE 0 and 1 */
#define EPC_BITS 0xFFFFFFFCu  /* IALIGN is 32 */

static bool exists(unsigned number)
{
    switch (number) {
    case CSR_SSTATUS:
    case CSR_SIE:
    case CSR_STVEC:
    case CSR_SCOUNTEREN:
    case CSR_SENVCFG:
    case CSR_SSCRATCH:
    case CSR_SEPC:
    case CSR_SCAUSE:
    case CSR_STVAL:
    case CSR_SIP:
    case CSR_STIMECMP:
    case CSR_STIMECMPH:
    case CSR_SATP:
    case CSR_UPMAR:
    case CSR_GTBL:
    case CSR_MVENDORID:
    case CSR_MARCHID:
    case CSR_MIMPID:
    case CSR_MHARTID:
    case CSR_MCONFIGPTR:
    case CSR_MSTATUS:
    case CSR_MISA:
    case CSR_MEDELEG:
    case CSR_MIDELEG:
    case CSR_MIE:
    case CSR_MTVEC:
    case CSR_MCOUNTEREN:
    case CSR_MENVCFG:
    case CSR_MSTATUSH:
    case CSR_MENVCFGH:
    case CSR_MCOUNTINHIBIT:
    case CSR_MSCRATCH:
    case CSR_MEPC:
    case CSR_MCAUSE:
    case CSR_MTVAL:
    case CSR_MIP:
        return true;
    default:
        return counter_exists(number) ||
               (number >= CSR_MHPMEVENT3 && number <= CSR_MHPMEVENT31);
    }
}

/* Sstc: below M, stimecmp is there only with STCE and mcounteren.TM set. */
static bool stimecmp_enabled(const struct model *m)
{
    return m->mode == MODE_M || ((m->csr.menvcfgh & MENVCFGH_STCE) &&
                                 (m->csr.mcounteren & COUNTEREN_TM));
}

/* priv 2.1: bits 9:8 of the number are the least mode, bits 11:10 both set
 * mean read-only. */
bool csr_accessible(const struct model *m, unsigned number, bool write)
{
    if (m->mode < (number >> 8 & 3))
        return false;
    if (write && (number >> 10 & 3) == 3)
        return false;
    if (!exists(number))
        return false;

    switch (number) {
    case CSR_SATP: /* priv 3.1.6.5, and Xgate's like it */
    case CSR_UPMAR:
    case CSR_GTBL:
        return m->mode == MODE_M || !(m->csr.mstatus & MSTATUS_TVM);
    case CSR_STIMECMP:
    case CSR_STIMECMPH:
        return stimecmp_enabled(m);
    default:
        return counter_enabled(m, number);
    }
}

uint32_t csr_read(const struct model *m, unsigned number)
{
    const struct csrs *c = &m->csr;

    switch (number) {
    case CSR_SSTATUS:
        return c->mstatus & SSTATUS_BITS;
    case CSR_SIE:
        return c->mie & c->mideleg;
    case CSR_STVEC:
        return c->stvec;
    case CSR_SCOUNTEREN:
        return c->scounteren;
    case CSR_SENVCFG:
        return c->senvcfg;
    case CSR_SSCRATCH:
        return c->sscratch;
    case CSR_SEPC:
        return c->sepc;
    case CSR_SCAUSE:
        return c->scause;
    case CSR_STVAL:
        return c->stval;
    case CSR_SIP:
        return pending_bits(m) & c->mideleg;
    case CSR_STIMECMP:
        return (uint32_t)c->stimecmp;
    case CSR_STIMECMPH:
        return c->stimecmp >> 32;
    case CSR_SATP:
        return c->satp;
    case CSR_UPMAR:
        return c->upmar;
    case CSR_GTBL:
        return c->gtbl;
    case CSR_MSTATUS:
        return c->mstatus;
    case CSR_MISA:
        return MISA_VALUE;
    case CSR_MEDELEG:
        return c->medeleg;
    case CSR_MIDELEG:
        return c->mideleg;
    case CSR_MIE:
        return c->mie;
    case CSR_MTVEC:
        return c->mtvec;
    case CSR_MCOUNTEREN:
        return c->mcounteren;
    case CSR_MENVCFG:
        return c->menvcfg;
    case CSR_MENVCFGH:
        return c->menvcfgh;
    case CSR_MCOUNTINHIBIT:
        return c->mcountinhibit;
    case CSR_MSCRATCH:
        return c->mscratch;
    case CSR_MEPC:
        return c->mepc;
    case CSR_MCAUSE:
        return c->mcause;
    case CSR_MTVAL:
        return c->mtval;
    case CSR_MIP:
        return pending_bits(m);
    default: /* the other existing ones are read-only zero */
        return counter_exists(number) ? counter_read(m, number) : 0;
    }
}

/* priv 3.1.9: csrrs and csrrc modify what software has written to mip.SEIP,
 * not what they read there, which includes the external line. */
uint32_t csr_old_for_rmw(const struct model *m, unsigned number, uint32_t read)
{
    if (number == CSR_MIP)
        return (read & ~MIP_SEIP) | (m->csr.mip_soft & MIP_SEIP);
    return read;
}

static void merge(uint32_t *reg, uint32_t mask, uint32_t value)
{
    *reg = (*reg & ~mask) | (value & mask);
}

/* MPP holds implemented modes only: a write of the reserved one leaves it. */
static void write_mstatus(struct model *m, uint32_t value)
{
    uint32_t writable = MSTATUS_WRITABLE;

    if ((value & MSTATUS_MPP) >> MSTATUS_MPP_SHIFT == 2)
        writable &= ~MSTATUS_MPP;
    merge(&m->csr.mstatus, writable, value);
}

/* Of the ASID the least significant ASID_BITS are implemented (priv 4.1.11). */
static void write_map_register(struct model *m, uint32_t *reg, uint32_t value)
{
    uint32_t asid = SATP_ASID & ~(~UINT32_C(0) << (SATP_ASID_SHIFT +
                                                   m->config.asid_bits));

    stale_note(&m->stale, reg == &m->csr.satp ? STALE_SATP : STALE_UPMAR, *reg);
    *reg = value & (SATP_MODE | asid | SATP_PPN);
    if (m->config.asid_bits == 0)
        stale_fence_everything(&m->stale);
    translation_cache_flush(m);
}

static void write_mip(struct model *m, uint32_t value)
{
    uint32_t writable = MIP_SSIP | MIP_SEIP;

    if (!(m->csr.menvcfgh & MENVCFGH_STCE))
        writable |= MIP_STIP;
    merge(&m->csr.mip_soft, writable, value);
}

static void write_stimecmp(struct model *m, unsigned shift, uint32_t value)
{
    uint64_t bits = UINT64_C(0xFFFFFFFF) << shift;

    m->wrote_stimecmp = true;
    m->csr.stimecmp = (m->csr.stimecmp & ~bits) | (uint64_t)value << shift;
}

/* priv 3.1.6.1, 3.1.9: a write of a CSR on which interrupts depend makes those
 * that it enables due before the next instruction. */
static void note_interrupt_dependence(struct model *m, unsigned number)
{
    switch (number) {
    case CSR_MSTATUS:
    case CSR_SSTATUS:
    case CSR_MIE:
    case CSR_SIE:
    case CSR_MIP:
    case CSR_SIP:
    case CSR_MIDELEG:
        m->redirects = true;
    }
}

void csr_write(struct model *m, unsigned number, uint32_t value)
{
    struct csrs *c = &m->csr;

    note_interrupt_dependence(m, number);
    switch (number) {
    case CSR_SSTATUS:
        merge(&c->mstatus, SSTATUS_BITS, value);
        break;
    case CSR_SIE:
        merge(&c->mie, c->mideleg, value);
        break;
    case CSR_STVEC:
        c->stvec = value & TVEC_BITS;
        break;
    case CSR_SCOUNTEREN:
        c->scounteren = value & COUNTEREN_BITS;
        break;
    case CSR_SENVCFG:
        c->senvcfg = value & ENVCFG_FIOM;
        break;
    case CSR_SSCRATCH:
        c->sscratch = value;
        break;
    case CSR_SEPC:
        c->sepc = value & EPC_BITS;
        break;
    case CSR_SCAUSE:
        c->scause = value & CAUSE_BITS;
        break;
    case CSR_STVAL:
        c->stval = value;
        break;
    case CSR_SIP: /* priv 4.1.3: SSIP alone, if it is delegated */
        merge(&c->mip_soft, MIP_SSIP & c->mideleg, value);
        break;
    case CSR_STIMECMP:
        write_stimecmp(m, 0, value);
        break;
    case CSR_STIMECMPH:
        write_stimecmp(m, 32, value);
        break;
    case CSR_SATP:
        write_map_register(m, &c->satp, value);
        break;
    case CSR_UPMAR:
        write_map_register(m, &c->upmar, value);
        break;
    case CSR_GTBL:
        c->gtbl = value & (GTBL_ENABLE | GTBL_PPN);
        break;
    case CSR_MSTATUS:
        write_mstatus(m, value);
        break;
    case CSR_MEDELEG:
        c->medeleg = value & MEDELEG_WRITABLE;
        break;
    case CSR_MIDELEG:
        c->mideleg = value & MIP_S_LEVEL;
        break;
    case CSR_MIE:
        c->mie = value & MIP_ALL;
        break;
    case CSR_MTVEC:
        c->mtvec = value & TVEC_BITS;
        break;
    case CSR_MCOUNTEREN:
        c->mcounteren = value & COUNTEREN_BITS;
        break;
    case CSR_MENVCFG:
        c->menvcfg = value & ENVCFG_FIOM;
        break;
    case CSR_MENVCFGH:
        c->menvcfgh = value & MENVCFGH_STCE;
        break;
    case CSR_MCOUNTINHIBIT:
        c->mcountinhibit = value & MCOUNTINHIBIT_BITS;
        break;
    case CSR_MSCRATCH:
        c->mscratch = value;
        break;
    case CSR_MEPC:
        c->mepc = value & EPC_BITS;
        break;
    case CSR_MCAUSE:
        c->mcause = value & CAUSE_BITS;
        break;
    case CSR_MTVAL:
        c->mtval = value;
        break;
    case CSR_MIP:
        write_mip(m, value);
        break;
    default: /* misa, mstatush, mhpmevent: writes change nothing */
        if (counter_exists(number))
            counter_write(m, number, value);
    }
}

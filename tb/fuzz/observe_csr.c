/* Cover points of the CSR instructions.
 * SPDX-License-Identifier: ISC */
#include "coverage.h"
#include "encode.h"
#include "observe.h"

static const uint16_t singles[] = { /* the first 38 values of the axis */
    CSR_SSTATUS, CSR_SIE, CSR_STVEC, CSR_SCOUNTEREN, CSR_SENVCFG, CSR_SSCRATCH, CSR_SEPC,
    CSR_SCAUSE, CSR_STVAL, CSR_SIP, CSR_STIMECMP, CSR_STIMECMPH, CSR_SATP, CSR_UPMAR, CSR_GTBL,
    CSR_MSTATUS, CSR_MISA, CSR_MEDELEG, CSR_MIDELEG, CSR_MIE, CSR_MTVEC, CSR_MCOUNTEREN,
    CSR_MENVCFG, CSR_MSTATUSH, CSR_MENVCFGH, CSR_MCOUNTINHIBIT, CSR_MSCRATCH, CSR_MEPC,
    CSR_MCAUSE, CSR_MTVAL, CSR_MIP, CSR_MVENDORID, CSR_MARCHID, CSR_MIMPID, CSR_MHARTID,
    CSR_MCONFIGPTR,
};

#define SINGLES (sizeof singles / sizeof singles[0])
enum {
    MCYCLE = SINGLES, MINSTRET, MHPM, MHPM_ZERO, MCYCLEH, MINSTRETH, MHPMH, MHPMEVENT, CYCLE, TIME,
    INSTRET, HPM, CYCLEH, TIMEH, INSTRETH, HPMH, NO_CSR,
};

static unsigned csr_index(unsigned number)
{
    unsigned n = number & 31;

    for (unsigned i = 0; i < SINGLES; i++)
        if (singles[i] == number)
            return i;
    switch (number & ~31u) {
    case 0xB00: return n == 0 ? MCYCLE : n == 1 ? NO_CSR : n == 2 ? MINSTRET : n < 13 ? MHPM : MHPM_ZERO;
    case 0xB80: return n == 0 ? MCYCLEH : n == 1 ? NO_CSR : n == 2 ? MINSTRETH : MHPMH;
    case 0xC00: return n == 0 ? CYCLE : n == 1 ? TIME : n == 2 ? INSTRET : HPM;
    case 0xC80: return n == 0 ? CYCLEH : n == 1 ? TIMEH : n == 2 ? INSTRETH : HPMH;
    case 0x320: return n >= 3 ? MHPMEVENT : NO_CSR;
    default: return NO_CSR;
    }
}

void observe_csr(const struct observed *o)
{
    const struct retire *r = o->r;
    unsigned op = insn_funct3(r->insn) & 3;

    if (o->class != CLASS_CSR || (r->trap && r->cause != CAUSE_ILLEGAL))
        return;
    if (op != 1 && insn_rs1(r->insn) == 0)
        op = 0; /* it only reads */
    cover4(csr, csr_index(insn_csr(r->insn)), op, mode_index(r->mode), r->trap);
}

/* SYSTEM: environment calls, trap returns, wfi, sfence.vma (priv 3.3, 4.2) and
 * the CSR instructions (unpriv 9).
 * SPDX-License-Identifier: ISC */
#include "devices/devices.h"
#include "machine.h"
#include "riscv.h"

#define INSN_ECALL 0x00000073u
#define INSN_EBREAK 0x00100073u
#define INSN_SRET 0x10200073u
#define INSN_WFI 0x10500073u
#define INSN_MRET 0x30200073u
#define FUNCT7_SFENCE_VMA 0x09

static bool execute_ecall(struct model *m)
{
    static const uint32_t cause[] = {
        [MODE_U] = CAUSE_ECALL_U,
        [MODE_S] = CAUSE_ECALL_S,
        [MODE_M] = CAUSE_ECALL_M,
    };

    return raise(m, cause[m->mode], 0);
}

static bool mstatus_forbids(const struct model *m, uint32_t bit)
{
    return m->mode == MODE_S && (m->csr.mstatus & bit);
}

static bool execute_mret(struct model *m)
{
    if (m->mode != MODE_M)
        return raise_illegal(m);
    return_from_m(m);
    return true;
}

/* priv 3.1.6.5: TSR. */
static bool execute_sret(struct model *m)
{
    if (m->mode == MODE_U || mstatus_forbids(m, MSTATUS_TSR))
        return raise_illegal(m);
    return_from_s(m);
    return true;
}

/* priv 3.1.6.5: TW forbids it below M. It may complete for any reason, so in
 * lockstep it just does; stand-alone it moves time on to what it waits for. */
static bool execute_wfi(struct model *m)
{
    if (m->mode != MODE_M && (m->csr.mstatus & MSTATUS_TW))
        return raise_illegal(m);
    if (!m->rtl)
        devices_wait(m);
    return true;
}

/* priv 4.2.1. The model itself never uses an old map; the fence ends what
 * config.stale_maps allows the RTL. ASID bits that do not exist are ignored. */
static bool execute_sfence_vma(struct model *m)
{
    uint32_t va, asid;

    if (m->mode == MODE_U || mstatus_forbids(m, MSTATUS_TVM))
        return raise_illegal(m);
    va = read_rs1(m);
    asid = read_rs2(m) & ~(~UINT32_C(0) << m->config.asid_bits);
    if (m->r->rs1 == 0 && m->r->rs2 == 0)
        stale_fence_everything(&m->stale);
    else
        stale_fence_vma(&m->stale, m->r->rs1 ? &va : NULL, m->r->rs2 ? &asid : NULL);
    return true;
}

static bool execute_privileged(struct model *m)
{
    switch (m->insn) {
    case INSN_ECALL:
        return execute_ecall(m);
    case INSN_EBREAK:
        return raise(m, CAUSE_BREAKPOINT, m->pc);
    case INSN_SRET:
        return execute_sret(m);
    case INSN_MRET:
        return execute_mret(m);
    case INSN_WFI:
        return execute_wfi(m);
    }
    if (insn_funct7(m->insn) == FUNCT7_SFENCE_VMA && insn_rd(m->insn) == 0)
        return execute_sfence_vma(m);
    return raise_illegal(m);
}

/* funct3: bits 1:0 are 1 write, 2 set, 3 clear; bit 2 takes the five bits of
 * rs1 as the operand. csrrw reads only if rd is not x0; csrrs and csrrc write
 * only if the rs1 field is not zero. No CSR here has a side effect of reading,
 * so only the writes need that distinction. */
static bool execute_csr(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn), number = insn_csr(m->insn);
    unsigned operation = funct3 & 3;
    bool write = operation == 1 || insn_rs1(m->insn) != 0;
    uint32_t operand, old, base;

    if (!csr_accessible(m, number, write))
        return raise_illegal(m);
    operand = funct3 & 4 ? insn_rs1(m->insn) : read_rs1(m);
    old = csr_read(m, number);
    base = csr_old_for_rmw(m, number, old);
    if (write) {
        switch (operation) {
        case 1:
            csr_write(m, number, operand);
            break;
        case 2:
            csr_write(m, number, base | operand);
            break;
        case 3:
            csr_write(m, number, base & ~operand);
            break;
        }
    }
    write_rd(m, old);
    return true;
}

bool execute_system(struct model *m)
{
    unsigned funct3 = insn_funct3(m->insn);

    if (funct3 == 0)
        return execute_privileged(m);
    if (funct3 == 4)
        return raise_illegal(m);
    return execute_csr(m);
}

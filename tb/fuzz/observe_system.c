/* Cover points of privilege: returns, fences, gates, and what TVM, TW and TSR rule.
 * SPDX-License-Identifier: ISC */
#include "../../sim/machine.h"
#include "../../sim/mem.h"
#include "coverage.h"
#include "encode.h"
#include "observe.h"

static bool illegal(const struct retire *r)
{
    return r->trap && r->cause == CAUSE_ILLEGAL;
}

static uint32_t mstatus_before(const struct observed *o)
{
    return o->r->intr ? o->r->mstatus : o->before->mstatus;
}

static void observe_ruled(const struct observed *o, unsigned which, uint32_t bit)
{
    if (o->r->trap && !illegal(o->r))
        return;
    cover4(privileged, which, mode_index(o->r->mode), !!(mstatus_before(o) & bit), illegal(o->r));
}

static void observe_return(const struct observed *o)
{
    const struct retire *r = o->r;
    bool mprv = mstatus_before(o) & MSTATUS_MPRV;

    observe_ruled(o, r->insn == SRET, MSTATUS_TSR);
    if (r->trap)
        return;
    if (r->insn == MRET)
        cover2(mret, mode_index(r->next_mode), mprv);
    else
        cover3(sret, mode_index(r->mode), r->next_mode, mprv);
}

static unsigned descriptor_of(const struct observed *o, uint32_t name)
{
    uint32_t word;

    if (name > 255)
        return 3;
    if (!mem_read_dram(o->m, ((uint64_t)(o->r->gtbl & GTBL_PPN) << 12) + name * 16, &word))
        return 4;
    return word & 2 ? 2 : word & 1 ? 0 : 1;
}

static void observe_svc(const struct observed *o)
{
    const struct retire *r = o->r;
    uint32_t map, name = r->trap ? r->tval : r->mem_addr;
    bool enabled = r->gtbl & 0x80000000u;

    cover3(svc, mode_index(r->mode), enabled, !(insn_rd(r->insn) | insn_funct3(r->insn)));
    if (illegal(r) || (r->trap && r->cause != CAUSE_UNDEFINED_GATE))
        return;
    cover3(gate, descriptor_of(o, name), map_in_use(r, 0, &map), r->trap && r->next_mode == 1);
    if (!r->trap)
        cover2(gate_status, !!(r->mstatus & MSTATUS_SPIE), !!(r->upmar & SATP_MODE));
}

static void observe_sfence(const struct observed *o)
{
    uint32_t insn = o->r->insn;

    cover3(fence_mode, (insn_rs1(insn) != 0) | (insn_rs2(insn) != 0) << 1, mode_index(o->r->mode),
           !!(mstatus_before(o) & MSTATUS_TVM));
    observe_ruled(o, 3, MSTATUS_TVM);
}

static void observe_map_csr(const struct observed *o)
{
    const struct retire *r = o->r;
    uint32_t before, after;
    unsigned which;

    switch (insn_csr(r->insn)) {
    case CSR_SATP: which = 0, before = o->before->satp, after = r->satp; break;
    case CSR_UPMAR: which = 1, before = o->before->upmar, after = r->upmar; break;
    case CSR_GTBL: which = 2, before = o->before->gtbl, after = r->gtbl; break;
    default: return;
    }
    observe_ruled(o, 4 + which, MSTATUS_TVM);
    if (!r->trap)
        cover4(map_write, which, mode_index(r->mode), before >> 31, after >> 31);
}

void observe_system(const struct observed *o)
{
    switch (o->class) {
    case CLASS_XRET: observe_return(o); break;
    case CLASS_SVC: observe_svc(o); break;
    case CLASS_SFENCE: observe_sfence(o); break;
    case CLASS_WFI: observe_ruled(o, 2, MSTATUS_TW); break;
    case CLASS_CSR: observe_map_csr(o); break;
    default: break;
    }
}

/* RVFI has no trap cause, trap value or mode to come of its own: they follow
 * from the CSRs before and after the instruction (privileged manual, 3.1.6.1
 * and 3.3.2: what a trap and a return write and read).
 * SPDX-License-Identifier: ISC */
#include "rvfi.h"

#include "../sim/common/isa_names.h"

#define MSTATUS_S_TRAP 0x00000122u /* SPP, SPIE, SIE: what a trap to S writes */
#define MSTATUS_M_TRAP 0x00001888u /* MPP, MPIE, MIE: what a trap to M writes */

enum { MODE_U = 0, MODE_S = 1, MODE_M = 3 };

/* A trap to M writes the M fields and none of S, and the other way round. xRET
 * leaves xPIE = 1, so the next trap to that mode always changes xPIE or xIE,
 * unless software wrote mstatus between; then some other CSR tells. */
static uint8_t mode_after_trap(const struct retire *r, const struct rvfi_before *before)
{
    uint32_t changed = r->mstatus ^ before->mstatus;

    if (r->mode == MODE_M || changed & MSTATUS_M_TRAP)
        return MODE_M;
    if (changed & MSTATUS_S_TRAP)
        return MODE_S;
    return r->mepc != before->mepc || r->mcause != before->mcause || r->mtval != before->mtval
               ? MODE_M : MODE_S;
}

static uint8_t mode_after(const struct retire *r, const struct rvfi_before *before)
{
    if (r->trap)
        return mode_after_trap(r, before);
    if (r->insn == ISA_MRET)
        return before->mstatus >> 11 & 3;
    if (r->insn == ISA_SRET)
        return before->mstatus >> 8 & 1;
    if ((r->insn & 0x7F) == ISA_OPCODE_SVC)
        return MODE_S;
    return r->mode;
}

void rvfi_complete(struct retire *r, const struct rvfi_before *before)
{
    r->next_mode = mode_after(r, before);
    r->cause = r->tval = r->intr_cause = 0;
    if (r->trap) {
        r->cause = r->next_mode == MODE_M ? r->mcause : r->scause;
        r->tval = r->next_mode == MODE_M ? r->mtval : r->stval;
    }
    if (r->intr)
        r->intr_cause = r->mode == MODE_M ? before->mcause : before->scause;
}

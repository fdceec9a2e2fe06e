/* One exception in each mode, to M or delegated to S: who handles it, and the whole of xstatus,
 * xepc, xcause, xtval.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_ISA_TRAP_H
#define TESTS_ISA_TRAP_H

/* The trap is raised by the instruction `offset` bytes into the code. */
struct exception {
    snippet *code;
    uint32_t offset, cause, a0, tval;
};

#define TVAL_PC 0xfffffff1u /* as tval: the pc of the instruction */

static inline void check_exception(const struct exception *e, enum mode mode, enum mode by)
{
    uint32_t pc = address_in(mode, e->code) + e->offset;
    for (uint32_t enabled = 0; enabled < 2; enabled++) {
        WRITE(sepc, 0x1230);
        WRITE(scause, 7);
        WRITE(stval, 0x4567);
        enter_status = enabled ? MSTATUS_MPIE | MSTATUS_SIE : MSTATUS_SPIE;
        go(mode, e->code, e->a0, 0x11, 0);
        TRAPPED(by, e->cause, pc, e->tval == TVAL_PC ? pc : e->tval);
        if (by == M) { /* privileged manual 3.1.6.1: xPIE, xIE, xPP; nothing of S changes */
            EQ(out.status & MSTATUS_MPP, (uint32_t)mode << 11);
            EQ(out.status & MSTATUS_MPIE, enabled ? MSTATUS_MPIE : 0);
            EQ(out.status & MSTATUS_MIE, 0);
            EQ(out.status & (MSTATUS_SIE | MSTATUS_SPIE), enabled ? MSTATUS_SIE : MSTATUS_SPIE);
            EQ(READ(sepc), 0x1230);
            EQ(READ(scause), 7);
            EQ(READ(stval), 0x4567);
        } else {
            EQ(out.status & MSTATUS_SPP, mode == S ? MSTATUS_SPP : 0);
            EQ(out.status & MSTATUS_SPIE, enabled ? MSTATUS_SPIE : 0);
            EQ(out.status & MSTATUS_SIE, 0);
            EQ(READ(scause), e->cause);
        }
    }
}

static inline void not_delegated(const struct exception *e, enum mode mode)
{
    WRITE(medeleg, 0);
    check_exception(e, mode, M);
    /* the delegation of every other cause does not matter */
    WRITE(medeleg, ~((1u << e->cause) | 1u << CAUSE_ECALL_S));
    check_exception(e, mode, M);
}

static inline void delegated(const struct exception *e, enum mode mode)
{
    WRITE(medeleg, 1u << e->cause);
    check_exception(e, mode, mode == M ? M : S);
    WRITE(medeleg, 0);
}

#endif

/* Each of the six interrupts made pending and cleared by its own source.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_ISA_INTERRUPT_H
#define TESTS_ISA_INTERRUPT_H

SNIPPET(do_wait, "nop\nnop\nnop\nnop\nnop\nnop\nnop\nnop");

static inline void pend(unsigned number, int on)
{
    switch (number) {
    case INT_MSI:
        CLINT_MSIP = on;
        break;
    case INT_MTI:
        CLINT_MTIMECMPH = on ? 0 : 0xffffffff;
        CLINT_MTIMECMP = 0;
        break;
    case INT_MEI:
        plic_route(0);
        uart_line(on);
        if (!on) { /* what the PLIC has latched goes by a claim */
            uint32_t source = PLIC_CLAIM(0);
            PLIC_CLAIM(0) = source;
        }
        break;
    default: /* S's are bits of mip that M may write */
        if (on)
            SET(mip, 1u << number);
        else
            CLEAR(mip, 1u << number);
    }
    while ((READ(mip) >> number & 1) != (uint32_t)on) /* the PLIC and the CLINT may take a while */
        ;
}

static inline void quiet(void)
{
    WRITE(mie, 0);
    CLINT_MTIMECMPH = 0xffffffff;
}

/* Run the waiting snippet in a mode with MIE (in M) or SIE as given. */
static inline void wait_in(enum mode mode, int enabled)
{
    enter_status = enabled ? MSTATUS_MPIE | MSTATUS_SIE : 0;
    go(mode, do_wait, 0, 0, 0);
}

static inline void interrupted(enum mode by, unsigned number, enum mode mode)
{
    TRAPPED(by, CAUSE_INTERRUPT | number, address_in(mode, do_wait), 0);
    if (by == M)
        EQ(out.status & MSTATUS_MPP, (uint32_t)mode << 11);
    else
        EQ(out.status & MSTATUS_SPP, mode == S ? MSTATUS_SPP : 0);
}

/* An interrupt handled by M: taken in M only with MIE, in S and U always, and never unless enabled
 * in mie. */
static inline void handled_by_m(unsigned number)
{
    quiet();
    WRITE(mideleg, 0);
    pend(number, 1);
    for (int enabled = 0; enabled < 2; enabled++) {
        WRITE(mie, 0);
        wait_in(M, enabled);
        ENDED_WELL(M);
        wait_in(S, enabled);
        ENDED_WELL(S);
        wait_in(U, enabled);
        ENDED_WELL(U);
        WRITE(mie, 1u << number);
        wait_in(M, enabled);
        if (enabled) {
            interrupted(M, number, M);
            EQ(out.status & (MSTATUS_MPIE | MSTATUS_MIE), MSTATUS_MPIE);
        } else {
            ENDED_WELL(M);
        }
        wait_in(S, enabled);
        interrupted(M, number, S);
        wait_in(U, enabled);
        interrupted(M, number, U);
    }
    pend(number, 0);
    wait_in(U, 1);
    ENDED_WELL(U);
}

/* An interrupt delegated to S: never taken in M, in S only with SIE, in U always. */
static inline void handled_by_s(unsigned number)
{
    quiet();
    WRITE(mideleg, 1u << number);
    pend(number, 1);
    for (int enabled = 0; enabled < 2; enabled++) {
        WRITE(mie, 0);
        wait_in(U, enabled);
        ENDED_WELL(U);
        WRITE(sie, 1u << number);
        wait_in(M, enabled);
        ENDED_WELL(M);
        wait_in(S, enabled);
        if (enabled) {
            interrupted(S, number, S);
            EQ(out.status & (MSTATUS_SPIE | MSTATUS_SIE), MSTATUS_SPIE);
        } else {
            ENDED_WELL(S);
        }
        wait_in(U, enabled);
        interrupted(S, number, U);
    }
    pend(number, 0);
    wait_in(U, 1);
    ENDED_WELL(U);
    quiet();
}

#endif

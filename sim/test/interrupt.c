/* Interrupts: which one is due, against a second formulation, and what the
 * judge of a lockstep run accepts of the RTL's claims.
 * SPDX-License-Identifier: ISC */
#include <string.h>

#include "test.h"

#define NOP 0x00000013u

/* By the manual's words (priv 3.1.9): of the destinations M then S, each
 * enabled or not, the first with something pending; in it MEI, MSI, MTI, SEI,
 * SSI, STI. */
static uint32_t due(unsigned mode, bool mie_bit, bool sie_bit, uint32_t pending,
                    uint32_t mie, uint32_t mideleg)
{
    for (unsigned to = MODE_M; to != MODE_U; to = to == MODE_M ? MODE_S : MODE_U) {
        bool enabled = mode < to ||
                       (mode == to && (to == MODE_M ? mie_bit : sie_bit));

        for (const char *number = "\13\3\7\11\1\5"; *number && enabled; number++) {
            uint32_t bit = 1u << *number;
            unsigned destination = (mideleg & bit) ? MODE_S : MODE_M;

            if ((pending & mie & bit) && destination == to)
                return CAUSE_INTERRUPT | *number;
        }
    }
    return 0;
}

/* The six interrupts packed into six bits, and back. */
static uint32_t spread(unsigned six)
{
    return (six & 1) << 1 | (six & 2) << 2 | (six & 4) << 3 | (six & 8) << 4 |
           (six & 16) << 5 | (six & 32) << 6;
}

static void interrupt_priority_and_delegation(void)
{
    static const unsigned modes[] = {MODE_U, MODE_S, MODE_M};
    struct model *m = rig_new(false);

    for (unsigned i = 0; i < 64 * 64 * 8 * 12 && !test_failed(); i++) {
        uint32_t pending = spread(i & 63), enable = spread(i >> 6 & 63);
        unsigned mode = modes[(i >> 15) % 3], bits = (i >> 15) / 3;
        /* three bits of delegation: SSI, STI, SEI */
        uint32_t mideleg = (i >> 12 & 1) << 1 | (i >> 13 & 1) << 5 | (i >> 14 & 1) << 9;

        m->mode = mode;
        m->csr.mie = enable;
        m->csr.mideleg = mideleg;
        m->csr.mstatus = (bits & 1 ? MSTATUS_MIE : 0) |
                         (bits & 2 ? MSTATUS_SIE : 0);
        EQUAL(chosen_interrupt(m, pending),
              due(mode, bits & 1, bits & 2, pending, enable, mideleg));
    }
    model_free(m);
}

/* The handler's first instruction comes with the interrupt. */
static void interrupt_is_taken_before_an_instruction(void)
{
    struct model *m = rig_new(false);
    struct retire r;

    m->csr.mtvec = 0x80001001; /* vectored */
    m->csr.mie = MIP_MTIP;
    m->csr.mstatus = MSTATUS_MIE;
    m->clint.mtimecmp = 0;
    rig_poke(m, 0x80001000 + 4 * 7, NOP);
    r = rig_execute(m, 0xFFFFFFFF); /* never executed */
    EQUAL(r.intr, 1);
    EQUAL(r.intr_cause, 0x80000007);
    EQUAL(r.pc, 0x8000101C);
    EQUAL(r.trap, 0);
    EQUAL(r.mepc, RIG_CODE);
    EQUAL(r.mtval, 0);
    EQUAL(r.mstatus, MSTATUS_MPP | MSTATUS_MPIE);
    model_free(m);
}

static void interrupt_in_s_when_delegated(void)
{
    struct model *m = rig_new(false);
    struct retire r;

    m->mode = MODE_U;
    m->csr.stvec = 0x80002000; /* direct */
    m->csr.mideleg = 0x222;
    m->csr.mie = MIP_SSIP;
    m->csr.mip_soft = MIP_SSIP;
    rig_poke(m, 0x80002000, NOP);
    r = rig_execute(m, NOP); /* SIE is clear, but U is below S */
    EQUAL(r.intr_cause, 0x80000001);
    EQUAL(r.mode, MODE_S);
    EQUAL(r.pc, 0x80002000);
    EQUAL(r.sepc, RIG_CODE);
    EQUAL(r.scause, 0x80000001);
    EQUAL(r.mstatus, 0);
    model_free(m);
}

/* wfi in the stand-alone model skips to the timer event. */
static void interrupt_wakes_wfi(void)
{
    struct model *m = rig_new(false);

    m->csr.mie = MIP_MTIP;
    m->clint.mtimecmp = 1000000;
    rig_execute(m, 0x10500073);
    EQUAL(m->clint.mtime, 1000001);
    CHECK(pending_bits(m) & MIP_MTIP);
    model_free(m);
}

/* One record of the RTL's and the verdict on it: nops in a row at RIG_CODE, the
 * handler (in M, direct) at RIG_CODE as well. */
static int verdict(struct model *m, uint32_t mip, uint32_t intr_cause)
{
    struct retire rtl = {.insn = NOP, .mip = mip}, out;

    if (intr_cause) {
        rtl.intr = 1;
        rtl.intr_cause = intr_cause;
    }
    m->pc = RIG_CODE;
    return model_step_lockstep(m, &rtl, &out);
}

static struct model *in_lockstep(void)
{
    struct model *m = rig_new(true);

    rig_poke(m, RIG_CODE, NOP);
    m->csr.mtvec = m->csr.stvec = RIG_CODE;
    m->csr.mie = MIP_ALL;
    m->csr.mstatus = MSTATUS_MIE;
    return m;
}

static void interrupt_claim_must_be_pending(void)
{
    struct model *m = in_lockstep();

    EQUAL(verdict(m, 0, 0), MODEL_OK);
    EQUAL(verdict(m, MIP_MTIP, 0x80000007), MODEL_OK);
    m->csr.mstatus = MSTATUS_MIE;
    EQUAL(verdict(m, MIP_MTIP, 0x80000003), MODEL_IMPOSSIBLE);
    CHECK(strstr(model_message(m), "not pending") != NULL);
    model_free(m);
}

static void interrupt_claim_must_be_enabled(void)
{
    struct model *m = in_lockstep();

    m->csr.mstatus = 0;
    EQUAL(verdict(m, MIP_MTIP, 0x80000007), MODEL_IMPOSSIBLE);
    m->csr.mstatus = MSTATUS_MIE;
    m->csr.mie = 0;
    EQUAL(verdict(m, MIP_MTIP, 0x80000007), MODEL_IMPOSSIBLE);
    m->csr.mstatus = MSTATUS_MIE;
    m->csr.mie = MIP_ALL;
    m->csr.mideleg = 0x222; /* S interrupts do not interrupt M */
    EQUAL(verdict(m, MIP_SEIP, 0x80000009), MODEL_IMPOSSIBLE);
    model_free(m);
}

/* Of two that are certainly pending the first must come first; one that has
 * only just risen may have come too late. */
static void interrupt_claim_must_come_first(void)
{
    struct model *m = in_lockstep();

    EQUAL(verdict(m, MIP_MTIP | MIP_MEIP, 0), MODEL_OK);
    EQUAL(verdict(m, MIP_MTIP | MIP_MEIP, 0x80000007), MODEL_IMPOSSIBLE);
    m->csr.mstatus = 0;
    EQUAL(verdict(m, MIP_MTIP, 0), MODEL_OK);
    m->csr.mstatus = MSTATUS_MIE;
    EQUAL(verdict(m, MIP_MTIP | MIP_MEIP, 0x80000007), MODEL_OK);
    model_free(m);
}

/* A store to a device may lower a line: what was up before it proves nothing. */
static void interrupt_line_after_device_store(void)
{
    struct model *m = in_lockstep();
    struct retire rtl = {.mip = MIP_MTIP | MIP_MEIP}, out;

    m->csr.mie = MIP_MTIP;
    m->x[5] = 0x02004000;
    rig_poke(m, RIG_CODE + 4, encode_store(2, 0, 5, 0));
    m->pc = RIG_CODE + 4;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    m->csr.mie = MIP_ALL;
    EQUAL(verdict(m, MIP_MTIP | MIP_MEIP, 0x80000007), MODEL_OK);
    model_free(m);
}

static void interrupt_is_not_forgotten(void)
{
    struct model *m = in_lockstep();
    unsigned n = 0;

    while (verdict(m, MIP_MTIP, 0) == MODEL_OK && n < 1000)
        n++;
    CHECK(n > 8 && n < 200);
    model_free(m);
}

/* priv 3.1.6.1: due right after the write that enables it. */
static void interrupt_is_due_after_csr_write(void)
{
    struct model *m = in_lockstep();
    struct retire rtl = {.mip = MIP_MTIP}, out;

    m->csr.mstatus = 0;
    m->x[5] = MSTATUS_MIE;
    rig_poke(m, RIG_CODE + 4, encode_csr(2, 0, CSR_MSTATUS, 5));
    m->pc = RIG_CODE + 4;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    EQUAL(verdict(m, MIP_MTIP, 0), MODEL_IMPOSSIBLE);
    model_free(m);
}

/* The timer ran out in the cycle in which stimecmp was moved on: STIP was up for
 * a cycle that no instruction saw. */
static void interrupt_of_a_timer_just_moved_is_possible(void)
{
    struct model *m = rig_new(true);
    struct retire rtl = {.intr = 1, .intr_cause = CAUSE_INTERRUPT | 5}, out;

    m->mode = MODE_S;
    m->csr.menvcfgh = MENVCFGH_STCE;
    m->csr.mcounteren = 2;
    m->csr.mie = MIP_STIP;
    rig_poke(m, RIG_CODE, encode_csr(1, 0, CSR_STIMECMP, 0));
    rtl.insn = 0;
    m->csr.mtvec = RIG_CODE;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_IMPOSSIBLE);
    m->mode = MODE_S;
    m->pc = RIG_CODE;
    rtl.intr = 0;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    rtl.intr = 1;
    EQUAL(model_step_lockstep(m, &rtl, &out), MODEL_OK);
    model_free(m);
}

void test_interrupt(void)
{
    RUN(interrupt_of_a_timer_just_moved_is_possible);
    RUN(interrupt_priority_and_delegation);
    RUN(interrupt_is_taken_before_an_instruction);
    RUN(interrupt_in_s_when_delegated);
    RUN(interrupt_wakes_wfi);
    RUN(interrupt_claim_must_be_pending);
    RUN(interrupt_claim_must_be_enabled);
    RUN(interrupt_claim_must_come_first);
    RUN(interrupt_line_after_device_store);
    RUN(interrupt_is_not_forgotten);
    RUN(interrupt_is_due_after_csr_write);
}

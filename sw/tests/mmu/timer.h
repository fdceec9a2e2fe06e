/* A snippet interrupted once, at a chosen distance, by the machine timer, and resumed where it was.
 * SPDX-License-Identifier: ISC */
#ifndef TESTS_MMU_TIMER_H
#define TESTS_MMU_TIMER_H

#define IS_TIMER (CAUSE_INTERRUPT | INT_MTI)

static uint32_t timer_hits; /* interrupts taken inside a snippet */
static uint32_t timer_epc;  /* where the last one was taken */

static inline void timer_off(void)
{
    CLINT_MTIMECMPH = 0xffffffff;
    CLEAR(mie, 1u << INT_MTI);
}

/* The snippet may keep state in a0 to a2 only. `delay` ticks from now the timer strikes. It ends as
 * go() does, unless the end is the interrupt itself. */
static inline void go_with_timer(enum mode mode, snippet *code, uint32_t a0, uint32_t a1,
                                 uint32_t a2,
                                 uint32_t delay)
{
    CLINT_MTIMECMPH = 0xffffffff;
    CLINT_MTIMECMP = CLINT_MTIME + delay;
    SET(mie, 1u << INT_MTI);
    CLINT_MTIMECMPH = CLINT_MTIMEH;
    enter_status = MSTATUS_MPIE;
    go(mode, code, a0, a1, a2);
    if (out.cause == IS_TIMER) {
        timer_hits++;
        timer_epc = out.epc;
        EQ(out.tval, 0);
        EQ(out.status >> 11 & 3, mode);
        timer_off();
        go_at(mode, out.epc, out.a0, out.a1, out.a2);
    }
    timer_off();
}

#endif

/* An interrupt that strikes while a load's page is walked for abandons the walk: the page fault
 * that it would have found does not meet the handler's access to the same address, which needs no
 * map.
 * Machine: standard
 * SPDX-License-Identifier: ISC */
#include "../test.h"
#include "timer.h"

SNIPPET(load, "nop\nnop\nnop\nnop\nnop\nnop\nnop\nnop\nlw a2, 0(a0)");

/* Loads from there for as long as the walk could last, leaving it room, then goes to the usual
 * catcher. */
void eager(void);
asm(".balign 64\neager:\n.rept 24\nlw a2, 0(a0)\nnop\nnop\n.endr\nj rt_trap_m");

static uint32_t va;              /* U may not go there; M may, by the very same address */
static volatile uint32_t *rival; /* takes its entry's place in the cache, so that the walk waits */

/* Whether the timer struck before the page fault. */
static int interrupted(uint32_t delay)
{
    fence_all();
    EQ(*(volatile uint32_t *)va, 77);
    (void)*rival;
    CLINT_MTIMECMPH = 0xffffffff;
    CLINT_MTIMECMP = CLINT_MTIME + delay;
    SET(mie, 1u << INT_MTI);
    CLINT_MTIMECMPH = CLINT_MTIMEH;
    enter_status = MSTATUS_MPIE;
    go(U, load, va, 0, 0);
    timer_off();
    if (out.cause != IS_TIMER)
        EQ(out.cause, CAUSE_LOAD_PAGE);
    EQ(out.status >> 11 & 3, U);
    EQ(out.a2, 77);
    return out.cause == IS_TIMER;
}

int main(void)
{
    pte *root = map_start();
    uint32_t ppn = mega_frame(0, 1), delay = 1;
    va = (ppn << 12) + 64;
    pte *leaf = map_page(root, va, ppn, S_RWX);
    rival = (volatile uint32_t *)((uint32_t)leaf ^ PAGE);
    *(volatile uint32_t *)va = 77;
    WRITE(mtvec, eager);
    while (interrupted(delay))
        delay += 16;
    uint32_t end = delay + 16;
    for (delay = delay > 64 ? delay - 64 : 1; delay < end; delay++)
        (void)interrupted(delay);
    return 0;
}

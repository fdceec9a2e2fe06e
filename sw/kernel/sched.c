/* Who runs: round robin over the ready modules, a quantum each; who kept the
 * kernel busy for longer pays with turns to come. A module that must wait in a
 * gate sleeps on an address; when that is woken, the kernel tries the same gate
 * again on its behalf with the arguments it came with. So one stack is enough,
 * and no module ever waits inside the kernel.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

struct counters counters;
static struct module *first, *last;
static uint64_t slice_start; /* when the present slice began */
static uint32_t tickets;     /* order of going to sleep */
static uint64_t alarm = -1;  /* no sleep() ends before */

void make_ready(struct module *m)
{
    m->state = READY;
    m->next = 0;
    if (first)
        last->next = m;
    else
        first = m;
    last = m;
}

/* Out of the queue, wherever in it: the module ends. */
void unready(struct module *m)
{
    struct module *before = 0;
    for (struct module *p = first; p != m; p = p->next)
        before = p;
    if (before)
        before->next = m->next;
    else
        first = m->next;
    if (last == m)
        last = before;
}

/* m's gate cannot be served now; its result is not looked at. A module that is
 * tried again and must sleep on keeps its place among those who wait. */
int sleep_on(struct module *m, const void *chan)
{
    if (!m->retrying)
        m->ticket = ++tickets;
    m->state = BLOCKED;
    m->chan = chan;
    m->retry = 1;
    cpu.leave = 1;
    return 0;
}

/* The module that has waited longest for chan, or 0. */
static struct module *longest(const void *chan)
{
    struct module *found = 0;
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state == BLOCKED && m->chan == chan &&
            (!found || (int32_t)(m->ticket - found->ticket) < 0))
            found = m;
    return found;
}

/* Whether there was one. */
bool wake_one(const void *chan)
{
    struct module *m = longest(chan);
    if (m)
        make_ready(m);
    return m;
}

void wake_all(const void *chan)
{
    while (wake_one(chan))
        ;
}

/* A blocked module's gate is done, by another's doing: no second try. */
void complete(struct module *m, int result)
{
    m->regs[A0] = result;
    m->retry = 0;
    m->awaits = m->partner = 0;
    make_ready(m);
}

/* From one module straight to another, which is blocked: it takes over the
 * slice, and the ready queue never sees either. */
void hand_over(struct module *to)
{
    to->state = RUNNING;
    to->retry = 0;
    to->partner = 0;
    cpu.current = to;
    cpu.switches++;
}

static void account(struct module *m)
{
    uint64_t now = time_now();
    uint32_t used = now - slice_start;
    if (m)
        m->ran += used;
    else
        counters.idle += used;
    if (m && used > QUANTUM)
        m->debt += used - QUANTUM;
    slice_start = now;
}

/* The first of the queue, or the first behind it that owes no turn. */
static struct module *next_ready(void)
{
    for (;;) {
        struct module *m = first;
        first = m->next;
        if (!first)
            m->debt = 0; /* nobody has to wait for it */
        if (m->debt < QUANTUM)
            return m;
        m->debt -= QUANTUM;
        make_ready(m);
    }
}

/* Wakes the modules whose sleep is over. */
static void sleepers(void)
{
    uint64_t now = time_now();
    if (now < alarm)
        return;
    alarm = -1;
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state == BLOCKED && m->chan == &m->until) {
            if (m->until <= now)
                complete(m, 0);
            else if (m->until < alarm)
                alarm = m->until;
        }
}

/* sleep(ticks): at least so long */
int gate_sleep(struct module *m, const uint32_t *a)
{
    m->until = time_now() + a[0];
    if (m->until < alarm)
        alarm = m->until;
    return sleep_on(m, &m->until);
}

/* Nobody is ready: wait for an interrupt, without taking it as a trap. */
static void idle(void)
{
    alarm = 0; /* the one that it was for may be gone */
    sleepers();
    if (first)
        return;
    if (alarm == (uint64_t)-1 && !console_awaited())
        boot_stuck();
    timer_set(alarm);
    asm volatile("wfi");
    if (csr_read(sip) & INT_EXTERNAL)
        uart_interrupt();
}

/* Leave cpu.current, whose gate gave `result` if it was in one and neither
 * blocked nor ended there, and choose the next. */
struct module *schedule(uint32_t result)
{
    struct module *m = cpu.current, *before = m;
    account(m);
    for (;;) {
        cpu.leave = 0;
        if (m && m->state == RUNNING) {
            if (m->in_gate)
                m->regs[A0] = result;
            make_ready(m);
        }
        for (sleepers(); !first; sleepers()) {
            cpu.current = 0;
            idle();
            account(0);
        }
        m = cpu.current = next_ready();
        m->state = RUNNING;
        if (m->retry) {
            m->retry = 0;
            m->retrying = 1;
            result = gate_again(m);
            m->retrying = 0;
            if (cpu.leave)
                continue;
            m->regs[A0] = result;
        }
        m = cpu.current;
        cpu.switches += m != before;
        timer_set(time_now() + QUANTUM);
        return m;
    }
}

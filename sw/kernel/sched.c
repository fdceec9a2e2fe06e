/* Who runs: round robin over the ready modules, a quantum each. A module that
 * must wait in a gate sleeps on an address; when that is woken, the kernel
 * tries the same gate again on its behalf with the arguments it came with.
 * So one stack is enough, and no module ever waits inside the kernel.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static struct module *first, *last;

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

/* The current gate cannot be served now. Its result is not looked at. */
int sleep_on(const void *chan)
{
    struct module *m = cpu.current;
    m->state = BLOCKED;
    m->chan = chan;
    m->retry = 1;
    cpu.leave = 1;
    return 0;
}

void wake_up(const void *chan)
{
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state == BLOCKED && m->chan == chan)
            make_ready(m);
}

/* Nobody is ready: wait for an interrupt, without taking it as a trap. */
static void idle(void)
{
    cpu.current = 0;
    timer_set(-1);
    if (!console_awaited())
        boot_stuck();
    asm volatile("wfi");
    if (csr_read(sip) & INT_EXTERNAL)
        uart_interrupt();
}

static void account(struct module *m, uint64_t now)
{
    m->ran += now - m->since;
}

/* Leave cpu.current, whose gate gave `result` if it was in one and was not
 * blocked or ended there, and choose the next. */
struct module *schedule(uint32_t result)
{
    struct module *m = cpu.current;
    uint64_t now = time_now();
    if (m)
        account(m, now);
    for (;;) {
        cpu.leave = 0;
        if (m && m->state == RUNNING) {
            if (m->in_gate)
                m->regs[A0] = result;
            make_ready(m);
        }
        while (!first)
            idle();
        m = cpu.current = first;
        first = m->next;
        m->state = RUNNING;
        if (m->retry) {
            m->retry = 0;
            result = gate_again(m);
            if (cpu.leave)
                continue;
            m->regs[A0] = result;
        }
        m = cpu.current;
        m->since = time_now();
        timer_set(m->since + QUANTUM);
        return m;
    }
}

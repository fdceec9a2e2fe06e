/* Messages from module to module, without a queue between: sender and receiver
 * meet, and the kernel copies once, from the one's memory to the other's. A
 * call is a message and its answer. The register calls at the end carry three
 * words, copy nothing, and hand the processor over at once.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static struct module *partner(const struct module *m, uint32_t id)
{
    struct module *p = module_find(id);
    return p && p != m && p->state != ENDED ? p : 0;
}

static bool in_gate(const struct module *m, uint32_t gate)
{
    return m->state == BLOCKED && m->gate == gate;
}

/* Until `to` is where it can be met: it then wakes who has waited longest. */
static int knock(struct module *m, struct module *to)
{
    to->mail = 1;
    return sleep_on(m, &to->mailbox);
}

static void open_door(struct module *m)
{
    if (m->mail) /* or the search for sleepers can be left out */
        m->mail = wake_one(&m->mailbox);
}

/* One message from `from` to the buffer (va, size) of `to`: its length, or an
 * error, and whether that is the receiver's. */
static int deliver(struct module *to, uint32_t to_va, uint32_t size, struct module *from,
                   uint32_t from_va, uint32_t len, bool *receivers)
{
    *receivers = false;
    if (len > MESSAGE_MAX || len > size)
        return E_TOOBIG;
    int error = copy_between(to, to_va, from, from_va, len, receivers);
    counters.copies += !error;
    return error ? error : (int)len;
}

/* send(module, buffer, bytes): returns when the receiver has it */
int gate_send(struct module *m, const uint32_t *a)
{
    struct module *to = partner(m, a[0]);
    bool receivers;
    if (!to)
        return E_NONE;
    if (a[2] > MESSAGE_MAX)
        return E_TOOBIG;
    if (!user_range(a[1], a[2]))
        return E_FAULT;
    if (!in_gate(to, GATE_receive))
        return knock(m, to);
    int n = deliver(to, to->regs[A0], to->regs[A1], m, a[1], a[2], &receivers);
    if (n < 0 && !receivers)
        return n; /* our own fault: the receiver does not notice */
    to->regs[A1] = m->id;
    complete(to, n);
    return n < 0 ? knock(m, to) : 0;
}

/* receive(buffer, size): length in a0, the sender's handle in a1 */
int gate_receive(struct module *m, const uint32_t *a)
{
    if (!user_range(a[0], a[1]))
        return E_FAULT;
    sleep_on(m, &m->inbox);
    open_door(m);
    return 0;
}

/* call(module, buffer, bytes, size): sends, and returns with the answer in the
 * same buffer; the answer's length */
int gate_call(struct module *m, const uint32_t *a)
{
    if (!user_range(a[1], a[3]))
        return E_FAULT;
    int error = gate_send(m, a);
    if (m->state == RUNNING && !error) {
        m->awaits = a[0];
        sleep_on(m, &m->awaits);
    }
    return error;
}

/* reply(module, buffer, bytes): the answer to its call */
int gate_reply(struct module *m, const uint32_t *a)
{
    struct module *to = partner(m, a[0]);
    bool receivers;
    if (!to || !in_gate(to, GATE_call) || to->awaits != m->id)
        return E_NONE;
    int n = deliver(to, to->regs[A1], to->regs[A3], m, a[1], a[2], &receivers);
    if (n < 0 && !receivers && (n != E_TOOBIG || a[2] > MESSAGE_MAX))
        return n;
    complete(to, n); /* an answer that does not fit is the caller's affair */
    return 0;
}

/* The register calls as C does them, when entry.S could not: the partner is
 * not there, or has ended, or others wait at the door. */

static void blocked(struct module *m, uint32_t partner)
{
    m->state = BLOCKED;
    m->chan = &m->inbox;
    m->partner = partner;
}

static void give_words(struct module *to, uint32_t a0, const uint32_t *a)
{
    to->regs[A0] = a0;
    to->regs[A1] = a[1];
    to->regs[A2] = a[2];
    to->regs[A3] = a[3];
    for (int i = A4; i <= A7; i++)
        to->regs[i] = 0;
    hand_over(to);
}

/* rcall(module, w1, w2, w3): 0 in a0 and the answer in a1 to a3 */
int gate_rcall(struct module *m, const uint32_t *a)
{
    struct module *to = partner(m, a[0]);
    if (!to) {
        m->regs[A0] = E_NONE;
        return E_NONE;
    }
    if (to->partner != ANYONE)
        return knock(m, to);
    blocked(m, to->id);
    give_words(to, m->id, a);
    return 0;
}

/* rserve(caller, w1, w2, w3): answers the caller (if it is one and still
 * waits), then waits for the next: its handle in a0, its words in a1 to a3 */
int gate_rserve(struct module *m, const uint32_t *a)
{
    struct module *to = partner(m, a[0]);
    blocked(m, ANYONE);
    open_door(m);
    if (to && to->partner == m->id)
        give_words(to, 0, a);
    else
        cpu.leave = 1;
    return 0;
}

/* m ends: those who wait for it learn it. */
void message_leave(struct module *m)
{
    for (struct module *p = modules; p < modules + NMODULES; p++)
        if (p->state == BLOCKED && (p->awaits == m->id || p->partner == m->id))
            complete(p, E_GONE);
    wake_all(&m->mailbox);
}

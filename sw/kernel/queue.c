/* Put and Get: named queues of messages. Bounded; who finds no room, or no
 * message, sleeps, and is served in the order of coming. A queue lives as long
 * as a module that has asked for it.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

static struct queue {
    char name[NAME_MAX];
    uint32_t users; /* modules that hold it; 0: free */
    uint32_t head, tail;
    uint32_t waiting[2]; /* modules asleep: for room, for a message */
    uint32_t len[QUEUE_SLOTS];
} queues[NQUEUES];

static uint8_t bodies[NQUEUES][QUEUE_SLOTS][MESSAGE_MAX] __attribute__((section(".noinit")));

enum { ROOM, MESSAGE };

/* queue(name): a handle of the queue of that name, made if it is not there */
int gate_queue(struct module *m, const uint32_t *a)
{
    char name[NAME_MAX];
    int error = copy_name(m, name, a[0]), found = -1;
    if (error)
        return error;
    for (int i = NQUEUES - 1; i >= 0; i--) {
        if (queues[i].users && !strcmp(queues[i].name, name)) {
            found = i;
            break;
        }
        if (!queues[i].users)
            found = i;
    }
    if (found < 0)
        return E_FULL;
    struct queue *q = &queues[found];
    if (!q->users) {
        *q = (struct queue){0};
        memcpy(q->name, name, NAME_MAX);
    }
    if (!(m->queues & 1u << found)) {
        m->queues |= 1u << found;
        q->users++;
    }
    return found;
}

static struct queue *queue_find(struct module *m, uint32_t handle)
{
    return handle < NQUEUES && (m->queues & 1u << handle) ? &queues[handle] : 0;
}

/* Whoever comes first is served first: a newcomer goes behind those asleep. */
static bool my_turn(struct module *m, struct queue *q, int what)
{
    return m->retrying || !q->waiting[what];
}

static int wait_for(struct module *m, struct queue *q, int what)
{
    if (!m->retrying)
        q->waiting[what]++;
    m->waits_in = &q->waiting[what];
    return sleep_on(m, &q->waiting[what]);
}

/* What has become possible, for those who wait for it. */
static void pass_on(struct queue *q)
{
    if (q->waiting[MESSAGE] && q->tail != q->head)
        wake_one(&q->waiting[MESSAGE]);
    if (q->waiting[ROOM] && q->tail - q->head < QUEUE_SLOTS)
        wake_one(&q->waiting[ROOM]);
}

static void served(struct module *m, struct queue *q, int what)
{
    if (m->retrying)
        q->waiting[what]--;
    m->waits_in = 0;
    pass_on(q);
}

/* put(queue, buffer, bytes) */
int gate_put(struct module *m, const uint32_t *a)
{
    struct queue *q = queue_find(m, a[0]);
    uint32_t len = a[2];
    if (!q)
        return E_NONE;
    if (len > MESSAGE_MAX)
        return E_TOOBIG;
    if (!user_range(a[1], len))
        return E_FAULT;
    if (q->tail - q->head == QUEUE_SLOTS || !my_turn(m, q, ROOM))
        return wait_for(m, q, ROOM);
    uint32_t slot = q->tail % QUEUE_SLOTS;
    int error = copy_in(m, bodies[q - queues][slot], a[1], len);
    if (!error) {
        q->len[slot] = len;
        q->tail++;
        counters.copies++;
    }
    served(m, q, ROOM);
    return error;
}

/* get(queue, buffer, size): the message's length. One that does not fit, or
 * whose place cannot be written, stays in the queue. */
int gate_get(struct module *m, const uint32_t *a)
{
    struct queue *q = queue_find(m, a[0]);
    if (!q)
        return E_NONE;
    if (!user_range(a[1], a[2]))
        return E_FAULT;
    if (q->tail == q->head || !my_turn(m, q, MESSAGE))
        return wait_for(m, q, MESSAGE);
    uint32_t slot = q->head % QUEUE_SLOTS;
    int len = q->len[slot];
    if ((uint32_t)len > a[2])
        len = E_TOOBIG;
    else if (copy_out(m, a[1], bodies[q - queues][slot], len))
        len = E_FAULT;
    if (len >= 0) {
        q->head++;
        counters.copies++;
    }
    served(m, q, MESSAGE);
    return len;
}

/* m ends: its place in a line, and its hold on queues. */
void queue_leave(struct module *m)
{
    if (m->waits_in)
        --*m->waits_in;
    for (int i = 0; i < NQUEUES; i++) {
        if (!(m->queues & 1u << i))
            continue;
        struct queue *q = &queues[i];
        if (--q->users)
            pass_on(q); /* m may have been woken for nothing */
    }
}

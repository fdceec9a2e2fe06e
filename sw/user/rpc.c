/* Remote procedure calls three ways: by queues, as in the lecture; by message;
 * in registers. For each, what one costs in TLB flushes and in copies.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define WARM 3

struct cost {
    uint32_t flushes, entries, copies, switches;
};

static uint32_t flushes_of_null; /* by one gate call that does nothing */

/* The processor counts TLB flushes, and entries into the kernel by gates and
 * by traps; the kernel counts the rest. */
static struct cost now(void)
{
    struct counters c;
    counters(&c);
    return (struct cost){read_counter(hpmcounter6), read_counter(hpmcounter7) + read_counter(hpmcounter8),
                         c.copies, c.switches};
}

static int requests, answers, server;

static int by_queues(void)
{
    char text[4] = "abc";
    put(requests, text, 4);
    get(answers, text, 4);
    return text[0];
}

static int by_message(void)
{
    char text[16] = "hello";
    int n = call(server, text, 6, sizeof text);
    return n == 6 ? strcmp(text, "HELLO") : n;
}

static int by_registers(void)
{
    struct words w = {1, 2, 3};
    int error = rcall(server, &w);
    return error ? error : (int)(w.w1 * 100 + w.w2 * 10 + w.w3);
}

/* In silence, since the console's interrupts cross into the kernel, too. The
 * cost of asking for the cost is taken off. */
static void measure(const char *how, int (*rpc)(void), int expected, uint32_t copies)
{
    for (int i = 0; i < WARM; i++)
        check_is(how, rpc(), expected);
    sleep(20000);
    rpc();
    struct cost a = now(), b = now();
    rpc();
    struct cost c = now();
    uint32_t flushes = (c.flushes - b.flushes) - (b.flushes - a.flushes);
    uint32_t entries = (c.entries - b.entries) - (b.entries - a.entries);
    uint32_t switches = c.switches - b.switches, crossing = entries * flushes_of_null;
    check_is("copies for one", c.copies - b.copies, copies);
    check_is("changes of the map for one", switches, 2);
    check("every flush is one of a crossing or of a change of the map",
          flushes == 0 || flushes == crossing + switches);
    printf("TLB flushes for one (measured: %u at crossings, %u at changes of the map)\n", crossing,
           flushes - crossing);
}

static void measure_null(void)
{
    uint32_t before = read_counter(hpmcounter6);
    null_gate();
    flushes_of_null = read_counter(hpmcounter6) - before;
}

int main(uint32_t arg)
{
    uint32_t status, child;
    (void)arg;
    requests = queue("requests");
    answers = queue("answers");
    child = create("server", 3);
    measure_null();
    measure("by queues", by_queues, 'b', 4);
    destroy(child);
    child = server = create("server", 2);
    measure("by message", by_message, 0, 2);
    check_is("an answer that does not fit", call(server, "0123456789", 10, 4), E_TOOBIG);
    destroy(child);
    child = server = create("server", 1);
    measure("by registers", by_registers, 634, 0);
    destroy(child);
    wait(child, &status);
    check_is("call of one that is gone", by_registers(), E_NONE);
    return test_wrong;
}

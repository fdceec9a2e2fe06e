/* Put and Get between several producers and consumers: every message arrives
 * once, in its producer's order, and nobody is forgotten. Argument: the role.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PRODUCERS 3
#define CONSUMERS 2
#define MESSAGES 20 /* of each producer */

struct message {
    uint32_t producer, number, check;
};

static int produce(uint32_t who)
{
    int q = queue("work");
    for (uint32_t i = 0; i < MESSAGES; i++) {
        struct message m = {who, i, who * 1000 + i};
        if (put(q, &m, sizeof m) < 0)
            return 1;
    }
    printf("put %d messages\n", MESSAGES);
    return 0;
}

/* Takes its part of all, and reports what it got of each producer. */
static int consume(void)
{
    int work = queue("work"), done = queue("done");
    uint32_t got[PRODUCERS] = {0}, next[PRODUCERS] = {0};
    struct message m;
    for (uint32_t i = 0; i < PRODUCERS * MESSAGES / CONSUMERS; i++) {
        if (get(work, &m, sizeof m) != sizeof m || m.producer >= PRODUCERS ||
            m.check != m.producer * 1000 + m.number || m.number < next[m.producer])
            return 1;
        next[m.producer] = m.number + 1;
        got[m.producer]++;
    }
    return put(done, got, sizeof got) < 0;
}

int main(uint32_t arg)
{
    uint32_t child[PRODUCERS + CONSUMERS], status, sum[PRODUCERS] = {0};
    if (arg)
        return arg > PRODUCERS ? consume() : produce(arg - 1);
    int done = queue("done");
    for (uint32_t i = 0; i < PRODUCERS + CONSUMERS; i++)
        child[i] = create("queues", i + 1);
    for (uint32_t i = 0; i < PRODUCERS; i++) {
        check_is("a producer ended", wait(child[i], &status), END_EXIT);
        check_is("with", status, 0);
    }
    for (uint32_t i = 0; i < CONSUMERS; i++) {
        uint32_t got[PRODUCERS];
        get(done, got, sizeof got);
        for (uint32_t p = 0; p < PRODUCERS; p++)
            sum[p] += got[p];
    }
    for (uint32_t p = 0; p < PRODUCERS; p++)
        check_is("messages that arrived", sum[p], MESSAGES);
    for (uint32_t i = 0; i < CONSUMERS; i++) {
        check_is("a consumer ended", wait(child[PRODUCERS + i], &status), END_EXIT);
        check_is("with", status, 0);
    }
    return test_wrong;
}

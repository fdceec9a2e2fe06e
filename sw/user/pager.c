/* Paging: each of two modules fills more than half of all frames there are, in
 * turns, and finds everything again. Argument: 0 the judge, 1 and 2 the two.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PAGES 12

static int fill(uint32_t who)
{
    uint32_t token;
    int mine = queue(who == 1 ? "turn1" : "turn2"), others = queue(who == 1 ? "turn2" : "turn1");
    volatile uint32_t *p = (uint32_t *)grow(PAGES * PAGE_SIZE);
    for (uint32_t round = 0; round < 2; round++) {
        get(mine, &token, sizeof token);
        for (uint32_t i = 0; i < PAGES; i++) {
            uint32_t value = who << 24 | i << 8;
            if (round && (p[i * 1024] != value || p[i * 1024 + 1023] != value + 1))
                return 1;
            if (!round) { /* the second time they are only read */
                p[i * 1024] = value;
                p[i * 1024 + 1023] = value + 1;
            }
        }
        printf("round %u done\n", round);
        put(others, &token, sizeof token);
    }
    return 0;
}

int main(uint32_t arg)
{
    uint32_t status, token = 0;
    if (arg)
        return fill(arg);
    struct counters before, after;
    int turn1 = queue("turn1");
    counters(&before);
    uint32_t a = create("pager", 1), b = create("pager", 2);
    put(turn1, &token, sizeof token);
    check_is("the first ended", wait(a, &status), END_EXIT);
    check_is("and found all its pages whole", status, 0);
    check_is("the second ended", wait(b, &status), END_EXIT);
    check_is("and found all its pages whole", status, 0);
    counters(&after);
    printf("pages out %u, in %u, dropped unwritten %u (cycles: free frames %u)\n",
           after.page_outs, after.page_ins, after.drops, after.frames);
    check("pages went to the disk", after.page_outs > 0);
    check("and came back", after.page_ins > 0);
    check("clean ones were not written", after.drops > 0 && after.page_outs < 2 * PAGES + 10);
    return test_wrong;
}

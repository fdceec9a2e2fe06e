/* Paging: two modules together fill more frames than are left, and find
 * everything again. They work one at a time, when called, so
 * that every run is like every other. Argument: 0 the judge, 1 and 2 the two.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define PAGES 8

enum { HELLO, FILL, CHECK };

static uint32_t serve(uint32_t who, uint32_t what)
{
    static volatile uint32_t *p;
    uint32_t wrong = 0;
    if (what == FILL)
        p = (uint32_t *)grow(PAGES * PAGE_SIZE);
    for (uint32_t i = 0; i < PAGES && what != HELLO; i++) {
        uint32_t value = who << 24 | i << 8;
        if (what == FILL) {
            p[i * 1024] = value;
            p[i * 1024 + 1023] = value + 1;
        }
        wrong += p[i * 1024] != value || p[i * 1024 + 1023] != value + 1;
    }
    return wrong;
}

int main(uint32_t arg)
{
    struct counters before, after;
    struct words w = {0, 0, 0};
    uint32_t from = 0, child[2], status;
    while (arg) {
        from = rserve(from, &w);
        w.w1 = serve(arg, w.w1);
    }
    for (uint32_t i = 0; i < 2; i++) {
        child[i] = create("pager", i + 1);
        w.w1 = HELLO;
        check_is("a module is there", rcall(child[i], &w), 0);
    }
    counters(&before);
    for (uint32_t round = FILL; round <= CHECK; round++)
        for (uint32_t i = 0; i < 2; i++) {
            w.w1 = round;
            rcall(child[i], &w);
            check_is(round == FILL ? "filled; wrong" : "read again; wrong", w.w1, 0);
        }
    counters(&after);
    printf("pages out %u, in %u, dropped unwritten %u\n", after.page_outs - before.page_outs,
           after.page_ins - before.page_ins, after.drops - before.drops);
    check("pages went to the disk", after.page_outs > before.page_outs);
    check("and came back", after.page_ins > before.page_ins);
    check("clean ones were not written", after.drops > before.drops);
    for (uint32_t i = 0; i < 2; i++) {
        destroy(child[i]);
        wait(child[i], &status);
    }
    return test_wrong;
}

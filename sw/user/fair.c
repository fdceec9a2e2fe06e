/* Timesharing: a module that loops, one that faults, one that calls gates and
 * one that yields for ever get their turns, and take nobody else's. The judge
 * sleeps meanwhile. Argument: what a child does.
 * SPDX-License-Identifier: ISC */
#include "test.h"

#define WINDOW 400000 /* ticks */

static void fault(uint32_t a) { *(volatile uint32_t *)a = 0; }

int main(uint32_t arg)
{
    struct module_info info;
    struct fault f;
    uint32_t child[5], before[5], ran[5], status;
    while (arg == 1)
        ;
    while (arg == 2)
        attempt(fault, 0x80000000, &f);
    while (arg == 3)
        null_gate();
    while (arg == 4)
        yield();
    if (arg == 5)
        for (volatile uint32_t n = 0;; n++)
            ;
    for (uint32_t i = 0; i < 5; i++)
        child[i] = create("fair", i + 1);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; (i = list(i, &info)) > 0;)
            for (uint32_t c = 0; c < 5; c++)
                if (info.id == child[c])
                    (round ? ran : before)[c] = info.ran;
        if (!round)
            sleep(WINDOW);
    }
    /* Who uses its quanta whole gets a quarter each: the one that yields is content. */
    uint32_t all = 0;
    for (uint32_t c = 0; c < 5; c++)
        all += ran[c] - before[c];
    for (uint32_t c = 0; c < 5; c++) {
        uint32_t part = (ran[c] - before[c]) / (all / 1000 + 1);
        static const char *const what[] = {"loops", "faults", "calls gates", "yields", "loops too"};
        printf("share of the one that %s (measured: %4u per mille)\n", what[c], part);
        check("is fair", c == 3 ? part < 150 : part > 200 && part < 300);
    }
    for (uint32_t c = 0; c < 5; c++) {
        destroy(child[c]);
        wait(child[c], &status);
    }
    struct counters k, l;
    counters(&k);
    sleep(50000);
    counters(&l);
    check("nobody ready: the processor was idle", l.idle - k.idle > 40000);
    return test_wrong;
}

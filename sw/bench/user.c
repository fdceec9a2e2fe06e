/* The measured loop, run in U mode: one pass to warm the caches, then the
 * counters around the passes that count. It lies in the program's own pages.
 * SPDX-License-Identifier: ISC */
#include "bench.h"
#include "runner.h"

#define READ(csr) ({ uint32_t value_; __asm__ volatile("csrr %0, " #csr : "=r"(value_)); value_; })

struct sample sample;
uint32_t user_passes;

/* Called twice on the same zeroed numbers it leaves what happened in between. */
static inline void count(uint32_t *events)
{
    events[ITLB_MISSES] = READ(hpmcounter3) - events[ITLB_MISSES];
    events[DTLB_MISSES] = READ(hpmcounter4) - events[DTLB_MISSES];
    events[ICACHE_MISSES] = READ(hpmcounter9) - events[ICACHE_MISSES];
    events[DCACHE_MISSES] = READ(hpmcounter10) - events[DCACHE_MISSES];
    events[MISPREDICTS] = READ(hpmcounter11) - events[MISPREDICTS];
    events[IDLE_CYCLES] = READ(hpmcounter12) - events[IDLE_CYCLES];
}

void user_main(void)
{
    uint32_t (*pass)(void) = bench.pass;
    uint32_t expect = bench.expect, wrong = pass() != expect;
    uint32_t cycles, instructions;

    for (int i = 0; i < EVENTS; i++)
        sample.event[i] = 0;
    count(sample.event);
    cycles = READ(cycle);
    instructions = READ(instret);
    for (uint32_t n = user_passes; n > 0; n--)
        wrong += pass() != expect;
    sample.cycles = READ(cycle) - cycles;
    sample.instructions = READ(instret) - instructions;
    count(sample.event);
    sample.wrong = wrong;
    __asm__ volatile("ecall");
    __builtin_unreachable();
}

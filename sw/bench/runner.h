/* What one run of a program's passes in U mode measured.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_RUNNER_H
#define GATEHOUSE_BENCH_RUNNER_H

#include <stdint.h>

enum event {
    ITLB_MISSES, DTLB_MISSES, ICACHE_MISSES, DCACHE_MISSES, MISPREDICTS, IDLE_CYCLES, EVENTS
};

struct sample {
    uint32_t cycles, instructions, event[EVENTS];
    uint32_t wrong;           /* passes that returned a wrong sum */
};

/* user.c; both lie in the program's pages */
extern struct sample sample;
extern uint32_t user_passes;
void user_main(void);

/* passes.S */
extern const uint32_t passes_wanted;

#endif

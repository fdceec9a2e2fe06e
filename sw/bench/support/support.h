/* What stands between a benchmark and the bare machine: the way into U mode,
 * the page map and the terminal.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_SUPPORT_H
#define GATEHOUSE_BENCH_SUPPORT_H

#include <stdint.h>

#define PAGE 4096u

/* start.S */
uint32_t run_user(void (*entry)(void));
int set_upmar(uint32_t value);
void open_memory(void);
extern const uint32_t passes_wanted;

/* map.c: page maps of two levels, all leaves of 4 KiB */
struct map {
    uint32_t *root;
};
struct map map_new(void);
void map_page(struct map map, uint32_t va, uint32_t pa, uint32_t flags);
uint32_t map_register(struct map map, unsigned asid);
void map_fence(void);

/* uart.c */
void uart_init(void);
void put(const char *s);
void put_number(uint32_t n);

/* user.c: what one run in U mode measured */
enum event {
    ITLB_MISSES, DTLB_MISSES, ICACHE_MISSES, DCACHE_MISSES, MISPREDICTS, IDLE_CYCLES, EVENTS
};
struct sample {
    uint32_t cycles, instructions, event[EVENTS];
    uint32_t wrong;           /* passes that returned a wrong sum */
};
extern struct sample sample;
extern uint32_t user_passes;
void user_main(void);

#endif

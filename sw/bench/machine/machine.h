/* What stands between a benchmark and the bare machine: the way into U mode,
 * the page map and the terminal.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BENCH_MACHINE_H
#define GATEHOUSE_BENCH_MACHINE_H

#include <stdint.h>

#define PAGE 4096u

/* start.S */
uint32_t run_user(void (*entry)(void));
int set_upmar(uint32_t value);
void open_memory(void);

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

#endif

/* What a page-in costs: one page of a heap that is larger than memory is read
 * again, which means one clean page dropped and one read from the disk.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

#define PAGES 24

int main(uint32_t arg)
{
    struct counters a, b;
    uint32_t cycles = -1, instructions = 0, sum = 0;
    (void)arg;
    volatile uint32_t *p = (uint32_t *)grow(PAGES * PAGE_SIZE);
    for (uint32_t i = 0; i < PAGES; i++)
        p[i * 1024] = i;
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < PAGES; i++) {
            counters(&a);
            uint32_t n = read_counter(instret), t = read_counter(cycle);
            sum += p[i * 1024];
            t = read_counter(cycle) - t;
            n = read_counter(instret) - n;
            counters(&b);
            if (b.page_ins == a.page_ins + 1 && b.page_outs == a.page_outs && t < cycles)
                cycles = t, instructions = n;
        }
    printf("bench page_in %u %u\n", cycles, instructions);
    return sum != 2 * (PAGES * (PAGES - 1) / 2);
}

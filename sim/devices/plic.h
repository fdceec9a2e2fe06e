/* PLIC: 31 level-triggered sources, two contexts (M and S of hart 0), laid
 * out as in the RISC-V PLIC specification.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_PLIC_H
#define GATEHOUSE_PLIC_H

#include <stdbool.h>
#include <stdint.h>

enum { PLIC_CONTEXT_M, PLIC_CONTEXT_S, PLIC_CONTEXTS };

#define PLIC_SOURCES 32u /* source 0 does not exist */

struct plic {
    uint8_t priority[PLIC_SOURCES]; /* 0 to 7, 0 never interrupts */
    uint32_t lines;                 /* levels of the sources, a bit each */
    uint32_t pending;
    uint32_t in_service; /* claimed and not completed: the gateway is shut */
    uint32_t enable[PLIC_CONTEXTS];
    uint8_t threshold[PLIC_CONTEXTS];
};

void plic_reset(struct plic *p);
uint32_t plic_load(struct plic *p, uint32_t offset);
void plic_store(struct plic *p, uint32_t offset, unsigned lanes, uint32_t data);

/* The levels of the sources, whenever they may have changed. */
void plic_set_lines(struct plic *p, uint32_t lines);

/* Whether this context's external interrupt is raised. */
bool plic_interrupts(const struct plic *p, unsigned context);

#endif

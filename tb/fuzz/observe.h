/* Watches the instructions that retire and counts the cover points that they hit.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_OBSERVE_H
#define GATEHOUSE_FUZZ_OBSERVE_H

#include <stdbool.h>
#include <stdint.h>

#include "../../sim/common/retire.h"

struct model;

/* The class axis of coverage.def. */
enum class {
    CLASS_ALU, CLASS_MUL, CLASS_DIV, CLASS_BRANCH, CLASS_JAL, CLASS_JALR, CLASS_LOAD, CLASS_STORE,
    CLASS_LR, CLASS_SC, CLASS_AMO, CLASS_CSR, CLASS_FENCE, CLASS_FENCE_I, CLASS_SFENCE, CLASS_WFI,
    CLASS_SVC, CLASS_ECALL, CLASS_EBREAK, CLASS_XRET, CLASS_UNDECODED,
};

/* One instruction, and the one before it. */
struct observed {
    struct model *m;           /* as it is after r */
    const struct retire *r;
    const struct retire *before; /* its CSRs are what r began with (but for an interrupt) */
    enum class class, class_before;
    bool adjacent;             /* `before` is the instruction just before, in the code too */
};

/* A run_options.observe; ctx is not used. Runs begin with order 0. */
void observe(void *ctx, struct model *m, const struct retire *r);

/* The parts, one file each. */
void observe_reset_maps(void);
void observe_compute(const struct observed *o);
void observe_maps(const struct observed *o);
void observe_memory(const struct observed *o);
void observe_system(const struct observed *o);
void observe_csr(const struct observed *o);

/* Axes shared by the parts. */
enum { PLACE_DRAM, PLACE_ROM, PLACE_DEVICE, PLACE_HOLE, PLACE_ABOVE };
unsigned place_of(const struct model *m, uint64_t paddr);
static inline unsigned mode_index(unsigned mode) { return mode == 3 ? 2 : mode; }
int exception_index(uint32_t cause); /* -1: none */

/* The map in charge of an access: 0 none, 1 satp, 2 upmar; and its register. */
unsigned map_in_use(const struct retire *r, unsigned privilege, uint32_t *map);
/* The effective privilege of the instruction's loads and stores. */
unsigned privilege_of_data(const struct observed *o);

/* What a page map says of an address, whatever the access. */
enum walk_end {
    ROOT_OUTSIDE, FIRST_INVALID, FIRST_RESERVED, FIRST_POINTER_BITS, FIRST_MISALIGNED, FIRST_LEAF,
    TABLE_OUTSIDE, SECOND_INVALID, SECOND_RESERVED, SECOND_POINTER, SECOND_LEAF,
};
struct entry {
    enum walk_end end;
    uint32_t pte;
    uint64_t at; /* physical address of the entry */
};
struct entry look_up_entry(const struct model *m, uint32_t map, uint32_t va);

#endif

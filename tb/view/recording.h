/* A run, as the page needs it: takes retired instructions one by one and keeps them
 * as columns of numbers, from the first of the window on. What comes before it
 * only moves the state that the window begins with.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_RECORDING_H
#define GATEHOUSE_VIEW_RECORDING_H

#include <stdbool.h>
#include <stdint.h>

#include "../../sim/common/retire.h"
#include "code.h"
#include "columns.h"
#include "maps.h"
#include "replay.h"

enum event_kind { EVENT_GATE, EVENT_FAULT, EVENT_INTERRUPT, EVENT_SWITCH, EVENT_FLUSH,
                  EVENT_RETURN };

enum { CSR_COUNT = 10 };
enum { WHO_MACHINE, WHO_KERNEL, WHO_FIRST_MODULE };
#define MODULE_NAME 16

struct recording {
    struct columns columns;
    struct maps maps;
    struct replay tlb;
    struct code *code;
    uint64_t from;         /* first instruction of the window */
    uint64_t seen;         /* instructions so far */
    uint64_t fetch_misses, data_misses; /* of the TLB, as it is worked out, so far */

    struct who {
        char name[MODULE_NAME + 1];
        unsigned asid;
    } *who;
    unsigned whos;
    uint64_t names_paddr;  /* trace_names, 0 if the image has none */
    uint32_t names_bytes;

    uint32_t csr[CSR_COUNT], begin_registers[32], x[32];
    uint8_t mode;          /* of the last instruction */
    unsigned span_mode, span_who, user; /* user: who U was last */
    unsigned user_elf, kernel_elf;
};

void recording_init(struct recording *rec, struct code *code, const uint8_t *dram,
                    uint64_t dram_bytes, uint64_t from);
void recording_retire(struct recording *rec, const struct retire *r);
void recording_uart(struct recording *rec, uint8_t c);
void recording_free(struct recording *rec);

/* Instructions in the window. */
uint32_t recording_length(const struct recording *rec);

const char *recording_csr_name(unsigned number);

#endif

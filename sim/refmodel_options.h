/* The command line of the stand-alone reference model. Where the simulator has
 * an option of the same name it means the same.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_REFMODEL_OPTIONS_H
#define GATEHOUSE_REFMODEL_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/shared_options.h"

struct options {
    const char *image;
    uint64_t max_insns; /* 0: no limit */
    uint32_t dram_bytes;
    unsigned asid_bits;
    const char *rom, *disk, *uart_in;
    const char *log, *events, *signature;
    struct load_file loads[MAX_LISTED];
    struct named symbols[MAX_LISTED], modules[MAX_LISTED];
    unsigned load_count, symbol_count, module_count;
    struct range trace_va;
    bool snapshot, stats;
};

/* Fills `o`, or says what is wrong and exits. Strings live as long as argv. */
void options_parse(struct options *o, int argc, char **argv);

#endif

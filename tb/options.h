/* The command line of the simulator: every option, parsed and checked.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_OPTIONS_H
#define GATEHOUSE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "../sim/common/shared_options.h"

enum progress { PROGRESS_AUTO, PROGRESS_ON, PROGRESS_OFF };

struct options {
    const char *image;

    uint64_t cycles; /* 0: no limit */
    uint32_t dram_bytes;
    uint16_t latency;
    const char *disk, *rom;
    bool snapshot;
    struct load_file loads[MAX_LISTED];
    unsigned load_count;

    const char *uart_in, *uart_out, *until;
    bool interactive;

    const char *log, *events, *retire_trace, *wave, *kanata, *signature, *stats_json;
    uint64_t wave_from, wave_to;
    bool stats, quiet;
    enum progress progress;
    struct named symbols[MAX_LISTED], modules[MAX_LISTED];
    unsigned symbol_count, module_count;
    struct range trace_va;

    bool lockstep, rerun, stale_maps;
    unsigned last;
    const char *mismatch_wave;
};

/* Fills o, or says what is wrong (or the help asked for) and exits. The strings
 * live as long as argv. */
void options_parse(struct options *o, int argc, char **argv);

#endif

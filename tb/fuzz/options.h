/* The command line of the fuzzer.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_FUZZ_OPTIONS_H
#define GATEHOUSE_FUZZ_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct options {
    uint64_t seed;
    uint64_t programs;    /* 0: no limit */
    double seconds;       /* 0: no limit */
    int latency;          /* -1: each program's own */
    uint32_t instructions; /* of a program; 0: its own number */
    unsigned last;
    unsigned failures;    /* stop after so many */
    const char *rom, *save, *counts, *json, *holes_file;
    bool minimise, holes, quiet, list;
    char **merge;         /* files of counts to add up, NULL at the end */
};

/* Fills o, or says what is wrong (or the help asked for) and exits. */
void options_parse(struct options *o, int argc, char **argv);

#endif

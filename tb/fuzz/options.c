/* See options.h.
 * SPDX-License-Identifier: ISC */
#include "options.h"

#include <argp.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum key {
    KEY_SEED = 1000, KEY_PROGRAMS, KEY_SECONDS, KEY_LATENCY, KEY_INSTRUCTIONS, KEY_LAST,
    KEY_FAILURES, KEY_ROM, KEY_SAVE, KEY_NO_MINIMISE, KEY_COUNTS, KEY_JSON, KEY_HOLES,
    KEY_UNREACHABLE, KEY_LIST, KEY_QUIET,
};

static const struct argp_option table[] = {
    {0, 0, 0, 0, "What to run:", 1},
    {"seed", KEY_SEED, "N", 0, "First seed (default: from the clock); the next programs count up", 0},
    {"programs", KEY_PROGRAMS, "N", 0, "Stop after N programs", 0},
    {"seconds", KEY_SECONDS, "N", 0, "Stop after N seconds", 0},
    {"failures", KEY_FAILURES, "N", 0, "Stop after N failures (default 10)", 0},
    {"latency", KEY_LATENCY, "N", 0, "DRAM latency of all programs (default: each its own)", 0},
    {"instructions", KEY_INSTRUCTIONS, "N", 0, "Instructions of a program", 0},
    {"rom", KEY_ROM, "FILE", 0, "Boot ROM (default build/rom.hex)", 0},

    {0, 0, 0, 0, "Failures:", 2},
    {"last", KEY_LAST, "N", 0, "Instructions to show at a failure (default 16)", 0},
    {"save", KEY_SAVE, "DIR", 0, "Save each failure there: a minimised image and a report", 0},
    {"no-minimise", KEY_NO_MINIMISE, 0, 0, "Save the image as it is", 0},

    {0, 0, 0, 0, "Coverage:", 3},
    {"counts", KEY_COUNTS, "FILE", 0, "Write the counts of all cover points", 0},
    {"json", KEY_JSON, "FILE", 0, "Write the summary as JSON", 0},
    {"holes", KEY_HOLES, 0, 0, "List the cover points that were not hit", 0},
    {"unreachable", KEY_UNREACHABLE, "FILE", 0,
     "Cover points that cannot be hit (default tb/fuzz/unreachable.txt)", 0},
    {"list", KEY_LIST, 0, 0, "List the groups of cover points and exit", 0},
    {"quiet", KEY_QUIET, 0, 0, "No summary", 0},
    {0},
};

static uint64_t number(struct argp_state *state, const char *text, uint64_t max)
{
    unsigned long long v;
    char *stop;

    errno = 0;
    v = strtoull(text, &stop, 0);
    if (errno || *stop || stop == text || *text == '-' || v > max)
        argp_error(state, "\"%s\" is not a number from 0 to %llu", text, (unsigned long long)max);
    return v;
}

static error_t parse(int key, char *arg, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case KEY_SEED: o->seed = number(state, arg, UINT64_MAX); break;
    case KEY_PROGRAMS: o->programs = number(state, arg, UINT64_MAX); break;
    case KEY_SECONDS: o->seconds = (double)number(state, arg, 10000000); break;
    case KEY_LATENCY: o->latency = (int)number(state, arg, 1000); break;
    case KEY_INSTRUCTIONS: o->instructions = (uint32_t)number(state, arg, UINT32_MAX); break;
    case KEY_LAST: o->last = (unsigned)number(state, arg, 10000000); break;
    case KEY_FAILURES: o->failures = (unsigned)number(state, arg, 1000000); break;
    case KEY_ROM: o->rom = arg; break;
    case KEY_SAVE: o->save = arg; break;
    case KEY_NO_MINIMISE: o->minimise = false; break;
    case KEY_COUNTS: o->counts = arg; break;
    case KEY_JSON: o->json = arg; break;
    case KEY_HOLES: o->holes = true; break;
    case KEY_UNREACHABLE: o->holes_file = arg; break;
    case KEY_LIST: o->list = true; break;
    case KEY_QUIET: o->quiet = true; break;
    case ARGP_KEY_ARGS: o->merge = state->argv + state->next; break;
    default: return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

void options_parse(struct options *o, int argc, char **argv)
{
    static const struct argp argp = {
        table, parse, "[COUNTS...]",
        "Random programs on the RTL, in lockstep with the reference model.\n"
        "With files of counts as arguments: nothing is run, they are added up.\v"
        "Exit status: 0 nothing failed, 1 something did, 2 could not run.",
        NULL, NULL, NULL,
    };

    *o = (struct options){
        .seed = (uint64_t)time(NULL) << 20 ^ (uint64_t)getpid() << 40,
        .latency = -1,
        .last = 16,
        .failures = 10,
        .rom = "build/rom.hex",
        .holes_file = "tb/fuzz/unreachable.txt",
        .minimise = true,
    };
    argp_parse(&argp, argc, argv, 0, NULL, o);
}

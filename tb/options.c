/* The command line, by argp.
 * SPDX-License-Identifier: ISC */
#include "options.h"

#include <argp.h>
#include <string.h>

#include "../sim/common/option_number.h"
#include "exit_status.h"

const char *argp_program_version = "gatehouse 1.0";

enum key {
    KEY_CYCLES = 256, KEY_DRAM, KEY_LATENCY, KEY_DISK, KEY_SNAPSHOT, KEY_LOAD, KEY_ROM,
    KEY_UART_IN, KEY_UART_OUT, KEY_UNTIL, KEY_INTERACTIVE,
    KEY_LOG, KEY_EVENTS, KEY_RETIRE_TRACE, KEY_TRACE_VA, KEY_SYMBOLS, KEY_MODULE_NAME,
    KEY_WAVE, KEY_WAVE_FROM, KEY_WAVE_TO, KEY_KANATA, KEY_SIGNATURE, KEY_STATS, KEY_STATS_JSON,
    KEY_PROGRESS, KEY_QUIET,
    KEY_NO_LOCKSTEP, KEY_STALE_MAPS, KEY_LAST, KEY_MISMATCH_WAVE, KEY_NO_RERUN,
};

static const struct argp_option options[] = {
    {0, 0, 0, 0, "The machine:", 1},
    {"cycles", KEY_CYCLES, "N", 0, "End after N clock cycles (default: no limit)", 0},
    {"dram", KEY_DRAM, "SIZE", 0, "DRAM size, with suffix K or M (default 16M, at most 1024M)", 0},
    {"latency", KEY_LATENCY, "N", 0, "DRAM wait cycles before the first beat (default 0)", 0},
    {"disk", KEY_DISK, "FILE", 0, "Image of the SD card; the machine writes to it", 0},
    {"snapshot", KEY_SNAPSHOT, 0, 0, "Leave the disk image as it is: forget writes at the end", 0},
    {"load", KEY_LOAD, "ADDR=FILE", 0,
     "Put a file's bytes into DRAM as well (an initrd, a device tree); may be repeated", 0},
    {"rom", KEY_ROM, "FILE", 0,
     "Boot ROM as hexadecimal words (default: rom.hex beside the program)", 0},

    {0, 0, 0, 0, "Serial line:", 2},
    {"uart-in", KEY_UART_IN, "FILE", 0, "What the machine receives; - is standard input", 0},
    {"uart-out", KEY_UART_OUT, "FILE", 0, "What it sends (default: standard output)", 0},
    {"until", KEY_UNTIL, "TEXT", 0, "End well as soon as it has sent this text", 0},
    {"interactive", KEY_INTERACTIVE, 0, 0,
     "The terminal is the serial line: raw, each key at once; Ctrl-A x ends", 0},

    {0, 0, 0, 0, "Output (FILE may be -, standard output):", 3},
    {"log", KEY_LOG, "FILE", 0, "Every instruction, disassembled, and what it did", 0},
    {"events", KEY_EVENTS, "FILE", 0, "Event trace: gates, faults, maps and fences, by module", 0},
    {"retire-trace", KEY_RETIRE_TRACE, "FILE", 0,
     "Every instruction in fixed columns, for comparison with another simulator", 0},
    {"trace-va", KEY_TRACE_VA, "LO-HI", 0,
     "Event trace: show translations of virtual addresses LO to HI (exclusive)", 0},
    {"symbols", KEY_SYMBOLS, "[MODULE=]FILE", 0,
     "Event trace: an ELF file with the symbols of a module's (or all) user code", 0},
    {"module-name", KEY_MODULE_NAME, "ASID=NAME", 0, "Event trace: the name of a module", 0},
    {"wave", KEY_WAVE, "FILE", 0, "Waveform, in FST", 0},
    {"wave-from", KEY_WAVE_FROM, "N", 0, "First cycle in the waveform (default 0)", 0},
    {"wave-to", KEY_WAVE_TO, "N", 0, "Last cycle in the waveform (default: the last)", 0},
    {"kanata", KEY_KANATA, "FILE", 0,
     "Pipeline of the cycles from --wave-from to --wave-to, for the Konata viewer", 0},
    {"signature", KEY_SIGNATURE, "FILE", 0,
     "Memory from begin_signature to end_signature, one hexadecimal word a line", 0},
    {"stats", KEY_STATS, 0, 0, "Statistics on standard error at the end", 0},
    {"stats-json", KEY_STATS_JSON, "FILE", 0, "The same, as one JSON object", 0},
    {"progress", KEY_PROGRESS, "WHEN", 0,
     "auto (if standard error is a terminal), on or off: a line each second", 0},
    {"quiet", KEY_QUIET, 0, 0, "Say nothing on standard error but errors", 0},

    {0, 0, 0, 0, "Lockstep with the reference model:", 4},
    {"no-lockstep", KEY_NO_LOCKSTEP, 0, 0, "Run the RTL alone", 0},
    {"stale-maps", KEY_STALE_MAPS, 0, 0,
     "Let the RTL translate by entries changed since the last fence that covers them", 0},
    {"last", KEY_LAST, "N", 0, "Instructions to show at a mismatch (default 16)", 0},
    {"mismatch-wave", KEY_MISMATCH_WAVE, "FILE", 0,
     "Where a mismatch's waveform goes (default: mismatch.fst beside the program)", 0},
    {"no-rerun", KEY_NO_RERUN, 0, 0, "No second run for a waveform at a mismatch", 0},
    {0, 0, 0, 0, "Help:", -1},
    {0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case KEY_CYCLES: o->cycles = option_number(state, "cycles", arg, NULL, UINT64_MAX); break;
    case KEY_DRAM: o->dram_bytes = option_dram_bytes(state, arg); break;
    case KEY_LATENCY: o->latency = (uint16_t)option_number(state, "latency", arg, NULL, 1000); break;
    case KEY_DISK: o->disk = arg; break;
    case KEY_SNAPSHOT: o->snapshot = true; break;
    case KEY_LOAD: option_load(state, o->loads, &o->load_count, arg); break;
    case KEY_ROM: o->rom = arg; break;
    case KEY_UART_IN: o->uart_in = arg; break;
    case KEY_UART_OUT: o->uart_out = arg; break;
    case KEY_UNTIL: o->until = *arg ? arg : NULL; break;
    case KEY_INTERACTIVE: o->interactive = true; break;
    case KEY_LOG: o->log = arg; break;
    case KEY_EVENTS: o->events = arg; break;
    case KEY_RETIRE_TRACE: o->retire_trace = arg; break;
    case KEY_KANATA: o->kanata = arg; break;
    case KEY_TRACE_VA: o->trace_va = option_range(state, "trace-va", arg); break;
    case KEY_SYMBOLS:
        option_named(state, "symbols", o->symbols, &o->symbol_count, arg, false);
        break;
    case KEY_MODULE_NAME:
        option_named(state, "module-name", o->modules, &o->module_count, arg, true);
        option_number(state, "module-name", o->modules[o->module_count - 1].key, NULL, 511);
        break;
    case KEY_WAVE: o->wave = arg; break;
    case KEY_WAVE_FROM: o->wave_from = option_number(state, "wave-from", arg, NULL, UINT64_MAX); break;
    case KEY_WAVE_TO: o->wave_to = option_number(state, "wave-to", arg, NULL, UINT64_MAX); break;
    case KEY_SIGNATURE: o->signature = arg; break;
    case KEY_STATS: o->stats = true; break;
    case KEY_STATS_JSON: o->stats_json = arg; break;
    case KEY_PROGRESS:
        if (strcmp(arg, "auto") == 0)
            o->progress = PROGRESS_AUTO;
        else if (strcmp(arg, "on") == 0)
            o->progress = PROGRESS_ON;
        else if (strcmp(arg, "off") == 0)
            o->progress = PROGRESS_OFF;
        else
            argp_error(state, "--progress: '%s' is not auto, on or off", arg);
        break;
    case KEY_QUIET: o->quiet = true; break;
    case KEY_NO_LOCKSTEP: o->lockstep = false; break;
    case KEY_STALE_MAPS: o->stale_maps = true; break;
    case KEY_LAST: o->last = (unsigned)option_number(state, "last", arg, NULL, 10000); break;
    case KEY_MISMATCH_WAVE: o->mismatch_wave = arg; break;
    case KEY_NO_RERUN: o->rerun = false; break;
    case ARGP_KEY_ARG:
        if (o->image)
            argp_error(state, "one image only: '%s' or '%s'?", o->image, arg);
        o->image = arg;
        break;
    case ARGP_KEY_END:
        if (!o->image)
            argp_error(state, "which image?");
        if (o->wave_to < o->wave_from)
            argp_error(state, "--wave-to is before --wave-from");
        if (o->interactive && o->uart_in)
            argp_error(state, "--interactive and --uart-in exclude each other");
        if (o->snapshot && !o->disk)
            argp_error(state, "--snapshot needs a --disk");
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

static const char doc[] =
    "Runs an ELF image on the Gatehouse computer, simulated cycle by cycle, and holds every "
    "retired instruction against the reference model."
    "\vThe run ends when the program writes to the test finisher or to its symbol 'tohost'; "
    "the exit status is the program's. The simulator's own:\n\n"
#define X(name, number, text) "  " #number "  " text "\n"
    EXIT_STATUSES(X)
#undef X
    "\nThe same image and options give the same run, cycle by cycle.";

void options_parse(struct options *o, int argc, char **argv)
{
    static const struct argp argp = {options, parse, "IMAGE.elf", doc, 0, 0, 0};

    *o = (struct options){
        .dram_bytes = 16u << 20,
        .wave_to = UINT64_MAX,
        .lockstep = true,
        .rerun = true,
        .last = 16,
    };
    argp_err_exit_status = STATUS_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, o);
}

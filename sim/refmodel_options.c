/* The command line, by argp.
 * SPDX-License-Identifier: ISC */
#include "refmodel_options.h"

#include <argp.h>

#include "../tb/exit_status.h"
#include "common/option_number.h"

const char *argp_program_version = "refmodel (gatehouse) 1.0";

enum key {
    KEY_MAX_INSNS = 256, KEY_DRAM, KEY_ASID_BITS, KEY_ROM, KEY_DISK, KEY_SNAPSHOT, KEY_LOAD,
    KEY_UART_IN, KEY_LOG, KEY_TRACE, KEY_EVENTS, KEY_TRACE_VA, KEY_SYMBOLS,
    KEY_MODULE_NAME, KEY_SIGNATURE, KEY_STATS, KEY_QUIET,
};

static const struct argp_option options[] = {
    {0, 0, 0, 0, "The machine:", 1},
    {"max-insns", KEY_MAX_INSNS, "N", 0, "End after N instructions (default: no limit)", 0},
    {"cycles", 0, 0, OPTION_ALIAS, 0, 0},
    {"dram", KEY_DRAM, "SIZE", 0, "DRAM size, with suffix K or M (default 16M, at most 1024M)", 0},
    {"asid-bits", KEY_ASID_BITS, "N", 0, "ASID bits of satp and upmar, 0 to 9 (default 9)", 0},
    {"rom", KEY_ROM, "FILE", 0,
     "Boot ROM as hexadecimal words (default: rom.hex beside the program, or else a "
     "jump to DRAM)", 0},
    {"disk", KEY_DISK, "FILE", 0, "Image of the SD card; the machine writes to it", 0},
    {"snapshot", KEY_SNAPSHOT, 0, 0, "Leave the disk image as it is: forget writes at the end", 0},
    {"load", KEY_LOAD, "ADDR=FILE", 0,
     "Put a file's bytes into DRAM as well (an initrd, a device tree); may be repeated", 0},
    {"uart-in", KEY_UART_IN, "FILE", 0, "What the machine receives; - is standard input", 0},

    {0, 0, 0, 0, "Output (FILE may be -, standard output):", 2},
    {"log", KEY_LOG, "FILE", 0, "Every instruction, disassembled, and what it did", 0},
    {"trace", KEY_TRACE, 0, 0, "The same as --log=-", 0},
    {"events", KEY_EVENTS, "FILE", 0, "Event trace: gates, faults, maps and fences, by module", 0},
    {"trace-va", KEY_TRACE_VA, "LO-HI", 0,
     "Event trace: show translations of virtual addresses LO to HI (exclusive)", 0},
    {"symbols", KEY_SYMBOLS, "[MODULE=]FILE", 0,
     "Event trace: an ELF file with the symbols of a module's (or all) user code", 0},
    {"module-name", KEY_MODULE_NAME, "ASID=NAME", 0, "Event trace: the name of a module", 0},
    {"signature", KEY_SIGNATURE, "FILE", 0,
     "Memory from begin_signature to end_signature, one hexadecimal word a line", 0},
    {"stats", KEY_STATS, 0, 0, "Instructions and speed on standard error at the end", 0},
    {"quiet", KEY_QUIET, 0, 0, "Say nothing on standard error but errors (as it does anyway)", 0},
    {0, 0, 0, 0, "Help:", -1},
    {0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case KEY_MAX_INSNS:
        o->max_insns = option_number(state, "max-insns", arg, NULL, UINT64_MAX);
        break;
    case KEY_DRAM:
        o->dram_bytes = option_dram_bytes(state, arg);
        break;
    case KEY_ASID_BITS:
        o->asid_bits = option_number(state, "asid-bits", arg, NULL, 9);
        break;
    case KEY_ROM:
        o->rom = arg;
        break;
    case KEY_DISK:
        o->disk = arg;
        break;
    case KEY_SNAPSHOT:
        o->snapshot = true;
        break;
    case KEY_LOAD:
        option_load(state, o->loads, &o->load_count, arg);
        break;
    case KEY_UART_IN:
        o->uart_in = arg;
        break;
    case KEY_LOG:
        o->log = arg;
        break;
    case KEY_TRACE:
        o->log = "-";
        break;
    case KEY_EVENTS:
        o->events = arg;
        break;
    case KEY_TRACE_VA:
        o->trace_va = option_range(state, "trace-va", arg);
        break;
    case KEY_SYMBOLS:
        option_named(state, "symbols", o->symbols, &o->symbol_count, arg, false);
        break;
    case KEY_MODULE_NAME:
        option_named(state, "module-name", o->modules, &o->module_count, arg, true);
        option_number(state, "module-name", o->modules[o->module_count - 1].key, NULL,
               511);
        break;
    case KEY_SIGNATURE:
        o->signature = arg;
        break;
    case KEY_STATS:
        o->stats = true;
        break;
    case KEY_QUIET:
        break;
    case ARGP_KEY_ARG:
        if (o->image)
            argp_error(state, "one image only: '%s' or '%s'?", o->image, arg);
        o->image = arg;
        break;
    case ARGP_KEY_END:
        if (!o->image)
            argp_error(state, "which image?");
        if (o->snapshot && !o->disk)
            argp_error(state, "--snapshot needs a --disk");
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

static const char doc[] =
    "Runs an ELF image on the reference model of the Gatehouse computer: one "
    "instruction a cycle, devices that never keep it waiting."
    "\vThe run ends when the program writes to the test finisher or to its "
    "symbol 'tohost'; the exit status is the program's. Statuses from 200 are "
    "this program's own, the same as the simulator's.";

void options_parse(struct options *o, int argc, char **argv)
{
    static const struct argp argp = {options, parse, "IMAGE.elf", doc, 0, 0, 0};

    *o = (struct options){.dram_bytes = 16u << 20, .asid_bits = 9};
    argp_err_exit_status = STATUS_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, o);
}

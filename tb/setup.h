/* Everything a run needs, opened and loaded before the first cycle. Owns all of
 * it; errors come back as a status and one line of text.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SETUP_H
#define GATEHOUSE_SETUP_H

#include "../sim/common/elf_image.h"
#include "../sim/common/events.h"
#include "../sim/sdcard.h"
#include "boot_rom.h"
#include "console.h"
#include "exit_status.h"
#include "lockstep.h"
#include "options.h"
#include "verilated.h"

#define SETUP_MESSAGE 512

struct setup {
    const struct options *options;
    struct elf_image *image;
    struct elf_image *symbols[MAX_LISTED];
    bool has_tohost;
    uint32_t tohost;             /* physical address */
    uint32_t signature_begin, signature_end;

    uint8_t rom[BOOT_ROM_BYTES];
    struct console console;
    struct sdcard *card;         /* NULL: no disk */
    struct verilated *machine;
    struct lockstep *lockstep;   /* NULL: off */
    struct events *events;       /* NULL: off */
    bool watched;                /* somebody wants to see all of each instruction */
    FILE *events_out, *log, *retire_trace, *signature_out, *stats_json; /* NULL: off */
};

/* STATUS_OK, or the status to end with and the reason in message. Either way
 * setup_close must be called. */
enum exit_status setup_open(struct setup *s, const struct options *o,
                            char message[SETUP_MESSAGE]);

/* Closes all files. False: one of the outputs could not be written. */
bool setup_close(struct setup *s);

/* Path of a file beside this program (or this program with a suffix). */
char *setup_beside(const char *name, char *buf, size_t size);
char *setup_self(const char *suffix, char *buf, size_t size);

#endif

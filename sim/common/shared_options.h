/* Values of options that the simulator and the reference model both have.
 * What is wrong with one ends the program by argp_error(), which names it.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SHARED_OPTIONS_H
#define GATEHOUSE_SHARED_OPTIONS_H

#include <argp.h>
#include <stdbool.h>
#include <stdint.h>

#define MAX_LISTED 16 /* how often --load, --symbols and --module-name may be given */

struct load_file {
    uint32_t addr;
    const char *path;
};

struct named { /* MODULE=FILE or ASID=NAME; key NULL: none given */
    char *key;
    const char *value;
};

struct range { /* addresses from begin to end, exclusive; none if both are 0 */
    uint32_t begin, end;
};

/* --dram=SIZE: bytes, a multiple of 4096 up to 1 GiB. */
uint32_t option_dram_bytes(struct argp_state *state, const char *text);

/* --load=ADDR=FILE, --option=KEY=VALUE (the key may be left out unless it is
 * needed): one more in a list of MAX_LISTED. Values point into `text`. */
void option_load(struct argp_state *state, struct load_file *list, unsigned *count, const char *text);
void option_named(struct argp_state *state, const char *option, struct named *list, unsigned *count,
                  const char *text, bool needs_key);

/* --option=LO-HI */
struct range option_range(struct argp_state *state, const char *option, const char *text);

#endif

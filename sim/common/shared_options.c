/* See shared_options.h.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include "shared_options.h"

#include <string.h>

#include "option_number.h"

#define MIN_DRAM 4096u
#define MAX_DRAM (1024u << 20)

uint32_t option_dram_bytes(struct argp_state *state, const char *text)
{
    char *suffix;
    uint64_t bytes = option_number(state, "dram", text, &suffix, UINT32_MAX);

    if (strcmp(suffix, "K") == 0 || strcmp(suffix, "k") == 0)
        bytes <<= 10;
    else if (strcmp(suffix, "M") == 0 || strcmp(suffix, "m") == 0)
        bytes <<= 20;
    else if (*suffix)
        argp_error(state, "--dram: '%s' is not a size (such as 512K or 64M)", text);
    if (bytes < MIN_DRAM || bytes > MAX_DRAM || bytes % MIN_DRAM)
        argp_error(state, "--dram: %s is not a multiple of 4K from 4K to 1024M", text);
    return (uint32_t)bytes;
}

void option_load(struct argp_state *state, struct load_file *list, unsigned *count, const char *text)
{
    char *rest;
    uint64_t addr = option_number(state, "load", text, &rest, UINT32_MAX);

    if (*rest != '=' || !rest[1])
        argp_error(state, "--load: '%s' is not ADDR=FILE", text);
    if (*count == MAX_LISTED)
        argp_error(state, "--load: at most %d times", MAX_LISTED);
    list[(*count)++] = (struct load_file){(uint32_t)addr, rest + 1};
}

void option_named(struct argp_state *state, const char *option, struct named *list, unsigned *count,
                  const char *text, bool needs_key)
{
    const char *equals = strchr(text, '=');

    if (needs_key && (!equals || equals == text))
        argp_error(state, "--%s: '%s' lacks its '='", option, text);
    if (*count == MAX_LISTED)
        argp_error(state, "--%s: at most %d times", option, MAX_LISTED);
    list[(*count)++] = (struct named){
        .key = equals ? strndup(text, (size_t)(equals - text)) : NULL,
        .value = equals ? equals + 1 : text,
    };
}

struct range option_range(struct argp_state *state, const char *option, const char *text)
{
    struct range range;
    char *rest;

    range.begin = (uint32_t)option_number(state, option, text, &rest, UINT32_MAX);
    if (*rest != '-')
        argp_error(state, "--%s: '%s' is not LO-HI", option, text);
    range.end = (uint32_t)option_number(state, option, rest + 1, NULL, UINT32_MAX);
    if (range.end <= range.begin)
        argp_error(state, "--%s: '%s' is an empty range", option, text);
    return range;
}

/* See option_number.h.
 * SPDX-License-Identifier: ISC */
#include "option_number.h"

#include <errno.h>
#include <stdlib.h>

uint64_t option_number(struct argp_state *state, const char *option, const char *text, char **end,
                       uint64_t max)
{
    unsigned long long v;
    char *stop;

    if (!text)
        text = "";
    errno = 0;
    v = strtoull(text, &stop, 0);
    if (stop == text || text[0] == '-' || errno || (!end && *stop))
        argp_error(state, "--%s: '%s' is not a number", option, text);
    if (v > max)
        argp_error(state, "--%s: %s is more than %llu", option, text, (unsigned long long)max);
    if (end)
        *end = stop;
    return v;
}

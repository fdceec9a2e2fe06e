/* Numbers on the command line.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_OPTION_NUMBER_H
#define GATEHOUSE_OPTION_NUMBER_H

#include <argp.h>
#include <stdint.h>

/* The number, up to max, that `text` is, or if `end` is not NULL begins with;
 * it then gets what follows. What is not one ends the program by argp_error(). */
uint64_t option_number(struct argp_state *state, const char *option, const char *text, char **end,
                       uint64_t max);

#endif

/* The number of the mutation in force, from the environment.
 * SPDX-License-Identifier: ISC */
#include <stdlib.h>

int mutant_number(void); /* called by the machine, by DPI-C */

int mutant_number(void)
{
    const char *text = getenv("GATEHOUSE_MUTANT");

    return text ? (int)strtol(text, NULL, 10) : 0;
}

/* The number of the mutation in force, from the environment.
 * SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>

/* Called by the machine, by DPI-C */
int mutant_number(void);
void assumed_wrongly(const char *what);

int mutant_number(void)
{
    const char *text = getenv("GATEHOUSE_MUTANT");

    return text ? (int)strtol(text, NULL, 10) : 0;
}

/* Without a mutation, a module's inputs were not what the proofs assume. */
void assumed_wrongly(const char *what)
{
    fprintf(stderr, "a proof of equivalence assumes what is not so: %s\n", what);
    abort();
}

/* Runs one benchmark program on the host: every pass must return the value that
 * the program states, which is also what the machine must return.
 * SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdio.h>

#include "bench.h"

int main(void)
{
    for (int i = 0; i < 3; i++) {
        uint32_t got = bench.pass();

        if (got != bench.expect) {
            printf("%s: pass %d returned 0x%08" PRIX32 ", expected 0x%08" PRIX32 "\n",
                   bench.name, i, got, bench.expect);
            return 1;
        }
    }
    return 0;
}

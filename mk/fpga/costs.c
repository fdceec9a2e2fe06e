/* What parts of the core cost: reads netlists of the core alone, the first with everything, and prints each one's area
 * and the difference to the first.
 *
 *   costs NETLIST.json...
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

#include "netlist.h"

int main(int argc, char **argv)
{
    struct area first = {0};

    printf("%-20s%7s%7s%6s%13s%7s\n", "core alone", "LUT4", "FF", "BRAM", "less: LUT4", "FF");
    for (int i = 1; i < argc; i++) {
        struct netlist netlist = netlist_load(argv[i]);
        struct area area = netlist_total(&netlist);
        const char *name = basename(argv[i]), *end = strrchr(name, '.');
        if (i == 1)
            first = area;
        printf("%-20.*s%7ld%7ld%6ld%13ld%7ld\n", end ? (int)(end - name) : (int)strlen(name), name,
               area.lut4, area.ff, area.bram, first.lut4 - area.lut4, first.ff - area.ff);
        netlist_free(&netlist);
    }
    return 0;
}

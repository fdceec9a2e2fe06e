/* Netlists as Yosys writes them (write_json): the instances of a design, each with the area of its own cells.
 * SPDX-License-Identifier: ISC */
#ifndef FPGA_NETLIST_H
#define FPGA_NETLIST_H

#include <jansson.h>
#include <stddef.h>

struct area {
    long lut4, ff, bram, dsp;
};

struct instance {
    char *path;   /* names of cells with dots between, "" of the top */
    char *module; /* its name without the parameters that Yosys put around it */
    struct area own;
};

struct netlist {
    struct instance *instance; /* the top's first, then each before those inside it */
    size_t instances;
};

/* A module with all that is inside its instances. */
struct module_area {
    const char *name; /* the netlist's */
    long instances;
    struct area area;
};

/* Prints one line and ends the program. */
__attribute__((format(printf, 1, 2))) _Noreturn void fail(const char *format, ...);

/* The first JSON object in a file, which may begin with other lines; fails if there is none. */
json_t *load_json(const char *path);

struct netlist netlist_load(const char *path);
void netlist_free(struct netlist *netlist);

/* The instances above a flattened netlist's cell, without the SoC; "top" if there are none. Returns the cell's own name. */
#define MODULE_PATH 160
const char *module_of_cell(const char *cell, char module[MODULE_PATH]);

struct area area_add(struct area a, struct area b);
struct area netlist_total(const struct netlist *netlist);

/* In the order of the first instance of each; the caller frees it. */
struct module_area *netlist_modules(const struct netlist *netlist, size_t *modules);

#endif

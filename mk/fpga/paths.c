/* How late the data come: from nextpnr-ecp5's detailed timing report, for each module the latest arrival at one of its
 * registers, how many inputs of registers miss the period, and the six latest registers.
 *
 *   paths REPORT.json [PERIOD-NS]     1000/70 ns unless told
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "netlist.h"

#define NAME 160 /* of a register */
#define SHOWN 6

struct input {
    char module[MODULE_PATH], name[NAME]; /* its register, with the port if that is not the data */
    double ns;
};

static struct input *list;
static size_t inputs;

static struct input input_of(const char *cell, const char *port, double ns)
{
    struct input input = {.ns = ns};
    const char *own = module_of_cell(cell, input.module), *ff = strstr(own, "_TRELLIS_FF_Q");
    snprintf(input.name, NAME, "%.*s%s%s", ff ? (int)(ff - own) : (int)strlen(own), own,
             strcmp(port, "DI") == 0 ? "" : ".", strcmp(port, "DI") == 0 ? "" : port);
    return input;
}

static int by_name(const void *a, const void *b)
{
    const struct input *x = a, *y = b;
    int order = strcmp(x->module, y->module);
    if (!order)
        order = strcmp(x->name, y->name);
    return order ? order : (x->ns < y->ns) - (x->ns > y->ns);
}

static int by_lateness(const void *a, const void *b)
{
    const struct input *x = a, *y = b;
    return (x->ns < y->ns) - (x->ns > y->ns);
}

struct module {
    struct input *first; /* the latest of each of its registers, latest first */
    size_t registers, late;
};

static int by_worst(const void *a, const void *b)
{
    return by_lateness(((const struct module *)a)->first, ((const struct module *)b)->first);
}

static void read_inputs(const json_t *report)
{
    json_t *net, *end;
    size_t i, j;
    json_array_foreach(json_object_get(report, "detailed_net_timings"), i, net) {
        json_array_foreach(json_object_get(net, "endpoints"), j, end) {
            const char *event = json_string_value(json_object_get(end, "event"));
            const char *cell = json_string_value(json_object_get(end, "cell"));
            const char *port = json_string_value(json_object_get(end, "port"));
            if (!event || !strstr(event, "edge") || !cell || !port)
                continue;
            list = realloc(list, (inputs + 1) * sizeof *list);
            if (!list)
                fail("no memory");
            list[inputs++] =
                input_of(cell, port, json_number_value(json_array_get(json_object_get(end, "delay"), 1)));
        }
    }
}

/* The inputs from `at` on that are one module's; leaves one of each register. Returns where the next module begins. */
static size_t gather(struct module *module, size_t at, double period)
{
    struct input *first = &list[at];
    char name[MODULE_PATH];
    size_t kept = 0;
    memcpy(name, first->module, sizeof name);
    *module = (struct module){.first = first};
    for (; at < inputs && strcmp(list[at].module, name) == 0; at++) {
        module->late += list[at].ns > period;
        if (!kept || strcmp(first[kept - 1].name, list[at].name) != 0)
            first[kept++] = list[at];
    }
    qsort(first, kept, sizeof *first, by_lateness);
    module->registers = kept;
    return at;
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: paths REPORT.json [PERIOD-NS]\n");
        return 1;
    }
    json_t *report = load_json(argv[1]);
    double period = argc > 2 ? atof(argv[2]) : 1000.0 / 70;
    read_inputs(report);
    json_decref(report);
    qsort(list, inputs, sizeof *list, by_name);

    struct module *module = calloc(inputs + 1, sizeof *module);
    size_t modules = 0, late = 0;
    if (!module)
        fail("no memory");
    for (size_t at = 0; at < inputs;)
        at = gather(&module[modules++], at, period);
    qsort(module, modules, sizeof *module, by_worst);
    for (size_t m = 0; m < modules; m++) {
        late += module[m].late;
        printf("%6.2f ns %5zu late  %-28s ", module[m].first->ns, module[m].late, module[m].first->module);
        for (size_t r = 0; r < module[m].registers && r < SHOWN; r++)
            printf("%s%s %.1f", r ? ", " : "", module[m].first[r].name, module[m].first[r].ns);
        putchar('\n');
    }
    printf("%zu inputs of registers come later than %.2f ns\n", late, period);
    free(module);
    free(list);
    return 0;
}

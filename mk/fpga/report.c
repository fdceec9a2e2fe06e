/* The figures of one synthesis run: reads Yosys' netlists (the design with its hierarchy kept; the core alone) and
 * nextpnr's report, prints tables, and writes them as JSON.
 *
 *   report TARGET CONFIG HIERARCHY.json CORE.json NEXTPNR.json OUT.json
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <math.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "netlist.h"

/* What belongs to what, by the instance path below u_soc; the first pattern that fits counts. */
static const struct group {
    const char *name, *pattern;
} groups[] = {
    {"TLB", "^u_core\\.(u_mmu\\.u_tlb|u_itlb|u_dtlb|u_tlb)"},
    {"MMU without TLB", "^u_core\\.(u_mmu|u_[a-z0-9_]+_permission)"},
    {"gates", "^u_core\\.u_gate"},
    {"privilege, traps, CSRs", "^u_core\\.(u_privilege|u_trap|u_csr|u_fields)"},
    {"counters", "^u_core\\.(u_counters|u_counts)"},
    {"caches", "^u_core\\.(u_icache|u_dcache)"},
    {"branch prediction", "^u_core\\.u_predictor"},
    {"multiplier, divider", "^u_core\\.(u_mul|u_stage_x\\.u_div)"},
    {"control, datapath", "^u_core"},
    {"devices, interconnect", ""},
};
#define GROUPS (sizeof groups / sizeof *groups)

#define MAX_STEPS 256 /* modules that the critical path passes */

struct path {
    size_t steps;
    struct step {
        char module[MODULE_PATH];
        double ns;
    } step[MAX_STEPS];
    double ns;
};

/* The line of a table */
struct row {
    const char *name;
    struct area area;
    size_t order;
};

static size_t group_of(const char *below)
{
    size_t g = 0;
    for (; g < GROUPS - 1; g++) {
        regex_t pattern;
        if (regcomp(&pattern, groups[g].pattern, REG_EXTENDED | REG_NOSUB))
            fail("%s: not a pattern", groups[g].pattern);
        bool fits = regexec(&pattern, below, 0, NULL, 0) == 0;
        regfree(&pattern);
        if (fits)
            break;
    }
    return g;
}

/* Each instance counted once. Returns how many groups there are, in the order of their first instance. */
static size_t areas_by_group(const struct netlist *netlist, struct row row[GROUPS])
{
    size_t rows = 0;
    for (size_t i = 0; i < netlist->instances; i++) {
        const char *path = netlist->instance[i].path;
        if (strncmp(path, "u_soc", 5) != 0)
            continue;
        const char *name = groups[group_of(path + 5 + strspn(path + 5, "."))].name;
        size_t r = 0;
        while (r < rows && row[r].name != name)
            r++;
        if (r == rows)
            row[rows++] = (struct row){.name = name};
        row[r].area = area_add(row[r].area, netlist->instance[i].own);
    }
    return rows;
}

static const char *last_word(const char *text)
{
    const char *space = strrchr(text, ' ');
    return space ? space + 1 : text;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* The worst path from register to register. */
static struct path critical_path(const json_t *report)
{
    struct path worst = {0};
    json_t *path, *step;
    size_t i, j;

    json_array_foreach(json_object_get(report, "critical_paths"), i, path) {
        json_t *steps = json_object_get(path, "path");
        double ns = 0;
        if (strcmp(last_word(text_of(path, "from")), last_word(text_of(path, "to"))) != 0)
            continue;
        json_array_foreach(steps, j, step)
            ns += json_number_value(json_object_get(step, "delay"));
        if (ns <= worst.ns)
            continue;
        worst = (struct path){.ns = ns};
        json_array_foreach(steps, j, step) {
            struct step next = {.ns = 0};
            module_of_cell(text_of(json_object_get(step, "to"), "cell"), next.module);
            if (!worst.steps || strcmp(worst.step[worst.steps - 1].module, next.module) != 0) {
                if (worst.steps == MAX_STEPS)
                    fail("a path through more than %d modules", MAX_STEPS);
                worst.step[worst.steps++] = next;
            }
            worst.step[worst.steps - 1].ns += json_number_value(json_object_get(step, "delay"));
        }
    }
    return worst;
}

static long used(const json_t *report, const char *kind)
{
    json_t *entry = json_object_get(json_object_get(report, "utilization"), kind);
    return (long)json_integer_value(json_object_get(entry, "used"));
}

/* 0: no clock */
static double slowest_clock(const json_t *report)
{
    json_t *clock;
    const char *name;
    double mhz = INFINITY;
    json_object_foreach(json_object_get(report, "fmax"), name, clock)
        mhz = fmin(mhz, json_number_value(json_object_get(clock, "achieved")));
    return isinf(mhz) ? 0 : mhz;
}

static double round2(double value)
{
    return round(value * 100) / 100;
}

static json_t *area_json(struct area area)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "lut4", (json_int_t)area.lut4, "ff", (json_int_t)area.ff, "bram",
                     (json_int_t)area.bram, "dsp", (json_int_t)area.dsp);
}

static json_t *rows_json(const struct row *row, size_t rows)
{
    json_t *object = json_object();
    for (size_t i = 0; i < rows; i++)
        json_object_set_new(object, row[i].name, area_json(row[i].area));
    return object;
}

static json_t *modules_json(const struct module_area *module, size_t modules)
{
    json_t *object = json_object();
    for (size_t i = 0; i < modules; i++) {
        json_t *entry = json_pack("{s:I}", "instances", (json_int_t)module[i].instances);
        json_object_update_new(entry, area_json(module[i].area));
        json_object_set_new(object, module[i].name, entry);
    }
    return object;
}

static json_t *path_json(const struct path *path)
{
    json_t *list = json_array();
    for (size_t i = 0; i < path->steps; i++)
        json_array_append_new(list, json_pack("{s:s, s:f}", "module", path->step[i].module, "ns",
                                              round2(path->step[i].ns)));
    return list;
}

/* More LUTs first, else as it was */
static int by_size(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    if (x->area.lut4 != y->area.lut4)
        return x->area.lut4 > y->area.lut4 ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void table(const char *title, struct row *row, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        row[i].order = i;
    qsort(row, rows, sizeof *row, by_size);
    printf("\n%-38s%7s%7s%6s%5s\n", title, "LUT4", "FF", "BRAM", "DSP");
    for (size_t i = 0; i < rows; i++)
        printf("%-38s%7ld%7ld%6ld%5ld\n", row[i].name, row[i].area.lut4, row[i].area.ff, row[i].area.bram,
               row[i].area.dsp);
}

int main(int argc, char **argv)
{
    if (argc != 7) {
        fprintf(stderr, "usage: report TARGET CONFIG HIERARCHY.json CORE.json NEXTPNR.json OUT.json\n");
        return 1;
    }
    struct netlist hierarchy = netlist_load(argv[3]), core = netlist_load(argv[4]);
    json_t *report = load_json(argv[5]);
    struct path path = critical_path(report);
    struct area alone = netlist_total(&core);
    struct row group[GROUPS];
    size_t modules, rows = areas_by_group(&hierarchy, group);
    struct module_area *module = netlist_modules(&hierarchy, &modules);
    struct row *line = calloc(modules, sizeof *line);
    if (!line)
        fail("no memory");
    for (size_t i = 0; i < modules; i++)
        line[i] = (struct row){.name = module[i].name, .area = module[i].area};

    /* All of the chip that is used, as nextpnr packed it: logic, carry and LUT memory. */
    struct area packed = {
        .lut4 = used(report, "TRELLIS_COMB") + used(report, "ICESTORM_LC"),
        .ff = used(report, "TRELLIS_FF"),
        .bram = used(report, "DP16KD") + used(report, "ICESTORM_RAM"),
        .dsp = used(report, "MULT18X18D") + used(report, "ICESTORM_DSP"),
    };
    if (!packed.ff)
        packed.ff = netlist_total(&hierarchy).ff;
    double mhz = round2(slowest_clock(report));

    json_t *result = json_pack(
        "{s:s, s:s, s:I, s:I, s:I, s:I, s:I, s:o, s:f, s:o, s:o, s:o, s:o}", "target", argv[1], "config", argv[2],
        "lut4", (json_int_t)packed.lut4, "ff", (json_int_t)packed.ff, "bram", (json_int_t)packed.bram, "spram",
        (json_int_t)used(report, "ICESTORM_SPRAM"), "dsp", (json_int_t)packed.dsp, "fmax_mhz",
        mhz > 0 ? json_real(mhz) : json_null(), "critical_path_ns", round2(path.ns), "critical_path",
        path_json(&path), "core", area_json(alone), "groups", rows_json(group, rows), "modules",
        modules_json(module, modules));
    FILE *out = fopen(argv[6], "w");
    if (!out || json_dumpf(result, out, JSON_INDENT(1) | JSON_REAL_PRECISION(10)) || fputc('\n', out) == EOF ||
        fclose(out))
        fail("%s: cannot be written", argv[6]);

    printf("%s, %s: %ld LUT4, %ld flip-flops, %ld block RAMs, %ld DSPs, %g MHz\n", argv[1], argv[2],
           packed.lut4, packed.ff, packed.bram, packed.dsp, mhz);
    printf("core alone: %ld LUT4, %ld flip-flops, %ld block RAMs, %ld DSPs (mapped, not placed)\n", alone.lut4,
           alone.ff, alone.bram, alone.dsp);
    table("By part (each module mapped alone)", group, rows);
    table("By module, with what is in it", line, modules);
    printf("\nCritical path, %.2f ns:\n", path.ns);
    for (size_t i = 0; i < path.steps; i++)
        printf("  %6.2f  %s\n", path.step[i].ns, path.step[i].module);

    json_decref(result);
    json_decref(report);
    free(line);
    free(module);
    netlist_free(&hierarchy);
    netlist_free(&core);
    return 0;
}

/* See netlist.h.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include "netlist.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a cell takes: a carry cell is two LUTs, 16x4 bits of LUT memory are four and two for its write port. */
static const struct cell {
    const char *name;
    struct area area;
} cells[] = {
    {"LUT4", {.lut4 = 1}},          {"CCU2C", {.lut4 = 2}},
    {"TRELLIS_DPR16X4", {.lut4 = 6}}, {"SB_LUT4", {.lut4 = 1}},
    {"TRELLIS_FF", {.ff = 1}},      {"DP16KD", {.bram = 1}},
    {"PDPW16KD", {.bram = 1}},      {"SB_RAM40_4K", {.bram = 1}},
    {"SB_SPRAM256KA", {.bram = 1}}, {"MULT18X18D", {.dsp = 1}},
    {"SB_MAC16", {.dsp = 1}},
};

void fail(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fprintf(stderr, "%s: ", program_invocation_short_name);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

static void *must(void *p)
{
    if (!p)
        fail("no memory");
    return p;
}

json_t *load_json(const char *path)
{
    json_error_t error;
    FILE *f = fopen(path, "r");
    json_t *object;
    int c;

    if (!f)
        fail("%s: %s", path, strerror(errno));
    while ((c = getc(f)) != '{' && c != EOF)
        ;
    ungetc(c, f);
    object = json_loadf(f, JSON_DISABLE_EOF_CHECK, &error);
    if (!object)
        fail("%s: %s", path, error.text);
    fclose(f);
    return object;
}

const char *module_of_cell(const char *cell, char module[MODULE_PATH])
{
    size_t n = 0;
    bool first = true;
    for (const char *dot; (dot = strchr(cell, '.')); cell = dot + 1) {
        int length = (int)(dot - cell);
        if (strncmp(cell, "u_", 2) != 0)
            continue;
        if (!first || length != 5 || strncmp(cell, "u_soc", 5) != 0)
            n += (size_t)snprintf(module + n, MODULE_PATH - n, "%s%.*s", n ? "." : "", length, cell);
        if (n >= MODULE_PATH)
            fail("%s: a long path", cell);
        first = false;
    }
    if (!n)
        memcpy(module, "top", 4);
    return cell;
}

struct area area_add(struct area a, struct area b)
{
    return (struct area){a.lut4 + b.lut4, a.ff + b.ff, a.bram + b.bram, a.dsp + b.dsp};
}

static struct area cell_area(const char *type)
{
    if (strncmp(type, "SB_DFF", 6) == 0)
        return (struct area){.ff = 1};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (strcmp(type, cells[i].name) == 0)
            return cells[i].area;
    return (struct area){0};
}

/* $paramod\NAME\PARAMETER=..., or $paramod$HASH\NAME */
static char *plain(const char *name)
{
    static const char prefix[] = "$paramod";
    name += *name == '\\';
    if (strncmp(name, prefix, sizeof prefix - 1) == 0 && strchr(name, '\\'))
        name = strchr(name, '\\') + 1;
    size_t n = 0;
    while (isalnum((unsigned char)name[n]) || name[n] == '_')
        n++;
    return must(strndup(name, n));
}

/* NULL: none */
static const char *top_module(json_t *modules)
{
    json_t *module;
    const char *name;
    json_object_foreach(modules, name, module) {
        const char *top = json_string_value(json_object_get(json_object_get(module, "attributes"), "top"));
        if (top && strchr(top, '1'))
            return name;
    }
    return NULL;
}

/* The module that a cell is an instance of; NULL if it is one of the chip's cells. */
static json_t *inside(const json_t *modules, const char *type)
{
    json_t *module = json_object_get(modules, type);
    if (!module || json_object_get(json_object_get(module, "attributes"), "blackbox") ||
        !json_object_size(json_object_get(module, "cells")))
        return NULL;
    return module;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_instance(struct netlist *netlist, const json_t *modules, const char *name, char *path)
{
    json_t *cells_of = json_object_get(json_object_get(modules, name), "cells"), *cell;
    const char **children = must(calloc(json_object_size(cells_of) + 1, sizeof *children)), *cell_name;
    size_t n = 0, self = netlist->instances++;
    struct area own = {0};

    json_object_foreach(cells_of, cell_name, cell) {
        const char *type = json_string_value(json_object_get(cell, "type"));
        if (inside(modules, type))
            children[n++] = cell_name;
        else
            own = area_add(own, cell_area(type));
    }
    netlist->instance = must(realloc(netlist->instance, netlist->instances * sizeof *netlist->instance));
    netlist->instance[self] = (struct instance){path, plain(name), own};
    qsort(children, n, sizeof *children, by_name);
    for (size_t i = 0; i < n; i++) {
        const char *type = json_string_value(json_object_get(json_object_get(cells_of, children[i]), "type"));
        char *below;
        if (asprintf(&below, "%s%s%s", path, *path ? "." : "", children[i]) < 0)
            fail("no memory");
        add_instance(netlist, modules, type, below);
    }
    free(children);
}

struct netlist netlist_load(const char *path)
{
    struct netlist netlist = {0};
    json_t *file = load_json(path), *modules = json_object_get(file, "modules");
    const char *top = top_module(modules);

    if (!top)
        fail("%s: the netlist names no top module", path);
    add_instance(&netlist, modules, top, must(strdup("")));
    json_decref(file);
    return netlist;
}

void netlist_free(struct netlist *netlist)
{
    for (size_t i = 0; i < netlist->instances; i++) {
        free(netlist->instance[i].path);
        free(netlist->instance[i].module);
    }
    free(netlist->instance);
    *netlist = (struct netlist){0};
}

static bool is_below(const char *path, const char *other)
{
    size_t n = strlen(path);
    return n == 0 || (strncmp(other, path, n) == 0 && (other[n] == '.' || other[n] == 0));
}

static struct area whole(const struct netlist *netlist, const char *path)
{
    struct area area = {0};
    for (size_t i = 0; i < netlist->instances; i++)
        if (is_below(path, netlist->instance[i].path))
            area = area_add(area, netlist->instance[i].own);
    return area;
}

struct area netlist_total(const struct netlist *netlist)
{
    return whole(netlist, "");
}

struct module_area *netlist_modules(const struct netlist *netlist, size_t *modules)
{
    struct module_area *list = must(calloc(netlist->instances, sizeof *list));
    *modules = 0;
    for (size_t i = 0; i < netlist->instances; i++) {
        const struct instance *instance = &netlist->instance[i];
        size_t m = 0;
        while (m < *modules && strcmp(list[m].name, instance->module) != 0)
            m++;
        if (m == *modules)
            list[(*modules)++].name = instance->module;
        list[m].instances++;
        list[m].area = area_add(list[m].area, whole(netlist, instance->path));
    }
    return list;
}

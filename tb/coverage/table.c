/* Verilator's coverage files, added up: a table of the modules of rtl/, and the
 * points that nothing has hit.
 *   table [--json=FILE] [--holes=MODULE] COUNTS...
 * A line or branch is hit if it ran in any instance and any run; a bit is hit if
 * in some instance it rose and fell within one run.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct point {
    char *key; /* without the instance */
    char *module;
    char *what; /* file:line name */
    bool toggle, hit;
};

static struct point *point;
static size_t points, room;

#define SLOTS (1u << 18) /* more than there are points */
static uint32_t slot[SLOTS]; /* number of a point, plus 1 */

/* Where the key is, or belongs (FNV-1a, linear probing). */
static uint32_t *slot_of(const char *key)
{
    uint32_t h = 2166136261u;

    for (const char *c = key; *c; c++)
        h = (h ^ (uint8_t)*c) * 16777619u;
    for (h %= SLOTS; slot[h] && strcmp(point[slot[h] - 1].key, key) != 0; h = (h + 1) % SLOTS)
        ;
    return &slot[h];
}

static void die(const char *what)
{
    fprintf(stderr, "coverage: %s: %s\n", what, errno ? strerror(errno) : "not a coverage file");
    exit(2);
}

static void *must(void *p)
{
    if (!p)
        die("memory");
    return p;
}

/* The value of a key in Verilator's \001key\002value...; its end is in *end. */
static const char *value(const char *line, const char *key, const char **end)
{
    char mark[16];
    const char *at;

    snprintf(mark, sizeof mark, "\001%s\002", key);
    at = strstr(line, mark);
    if (!at)
        return NULL;
    at += strlen(mark);
    *end = at + strcspn(at, "\001'");
    return at;
}

static char *copy(const char *line, const char *key)
{
    const char *end, *at = value(line, key, &end);

    return must(at ? strndup(at, (size_t)(end - at)) : strdup(""));
}

static struct point *new_point(char *key, const char *line, const char *page)
{
    char *file = copy(line, "f"), *number = copy(line, "l"), *name = copy(line, "o");
    struct point *p;

    if (points == room) {
        room = room ? room * 2 : 4096;
        point = must(realloc(point, room * sizeof *point));
    }
    p = &point[points];
    *p = (struct point){.key = key, .toggle = strncmp(page, "v_toggle/", 9) == 0};
    p->module = must(strdup(strchr(page, '/') + 1));
    if (strstr(p->module, "__"))
        *strstr(p->module, "__") = 0; /* of a module with parameters */
    if (asprintf(&p->what, "%s:%s %s", file, number, name) < 0)
        die("memory");
    free(file);
    free(number);
    free(name);
    if (points == SLOTS / 2)
        die("too many points");
    *slot_of(key) = (uint32_t)points + 1;
    return &point[points++];
}

static void add_line(const char *path, const char *line)
{
    const char *end, *instance = value(line, "h", &end), *quote = strrchr(line, '\'');
    const char *file = value(line, "f", &end);
    char *key, *page;
    struct point *p;
    uint32_t found;
    unsigned long count;

    if (line[0] == '#')
        return;
    if (!quote || !file)
        die(path);
    if (strncmp(file, "rtl/", 4) != 0)
        return;
    count = strtoul(quote + 1, NULL, 10);
    key = must(strndup(line, (size_t)((instance ? instance : quote) - line)));
    page = copy(line, "page");
    if (!strchr(page, '/'))
        die(path);
    found = *slot_of(key);
    if (found) {
        p = &point[found - 1];
        free(key);
    } else {
        p = new_point(key, line, page);
    }
    p->hit |= count >= (p->toggle ? 2 : 1);
    free(page);
}

static void add_file(const char *path)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;

    if (!f)
        die(path);
    errno = 0;
    if (getline(&line, &size, f) < 0 || strncmp(line, "# SystemC::Coverage", 19) != 0)
        die(path);
    while (getline(&line, &size, f) >= 0)
        add_line(path, line);
    free(line);
    fclose(f);
}

static int by_place(const void *a, const void *b)
{
    const struct point *p = a, *q = b;
    int module = strcmp(p->module, q->module);

    return module ? module : strverscmp(p->what, q->what);
}

struct sum {
    unsigned lines, lines_hit, bits, bits_hit;
};

static void add(struct sum *s, const struct point *p)
{
    if (p->toggle) {
        s->bits++;
        s->bits_hit += p->hit;
    } else {
        s->lines++;
        s->lines_hit += p->hit;
    }
}

static double percent(unsigned part, unsigned whole)
{
    return whole ? 100.0 * part / whole : 100.0;
}

static void print_row(const char *name, const struct sum *s)
{
    printf("%-18s %5u %5u %7.2f %7u %6u %7.2f\n", name, s->lines, s->lines_hit,
           percent(s->lines_hit, s->lines), s->bits, s->bits_hit, percent(s->bits_hit, s->bits));
}

static void json_row(FILE *json, const char *name, const struct sum *s, const char *after)
{
    fprintf(json, "\"%s\": {\"lines\": %u, \"lines_hit\": %u, \"line_percent\": %.2f, "
            "\"toggles\": %u, \"toggles_hit\": %u, \"toggle_percent\": %.2f}%s\n", name, s->lines,
            s->lines_hit, percent(s->lines_hit, s->lines), s->bits, s->bits_hit,
            percent(s->bits_hit, s->bits), after);
}

static void print_table(FILE *json)
{
    struct sum all = {0}, s = {0};

    printf("%-18s %5s %5s %7s %7s %6s %7s\n", "module", "lines", "hit", "%", "toggles", "hit", "%");
    if (json)
        fprintf(json, "{\"modules\": {\n");
    for (size_t i = 0; i < points; i++) {
        add(&s, &point[i]);
        add(&all, &point[i]);
        if (i + 1 < points && strcmp(point[i].module, point[i + 1].module) == 0)
            continue;
        print_row(point[i].module, &s);
        if (json)
            json_row(json, point[i].module, &s, i + 1 < points ? "," : "},");
        s = (struct sum){0};
    }
    print_row("all", &all);
    if (json) {
        json_row(json, "all", &all, "}");
        if (fclose(json) != 0)
            die("json");
    }
}

static void print_holes(const char *module)
{
    for (size_t i = 0; i < points; i++)
        if (!point[i].hit && strcmp(point[i].module, module) == 0)
            printf("%s: %s\n", point[i].module, point[i].what);
}

int main(int argc, char **argv)
{
    const char *holes = NULL, *json_path = NULL;
    FILE *json = NULL;

    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--json=", 7) == 0)
            json_path = argv[i] + 7;
        else if (strncmp(argv[i], "--holes=", 8) == 0)
            holes = argv[i] + 8;
        else
            add_file(argv[i]);
    }
    errno = 0;
    if (points == 0)
        die("no coverage files given");
    qsort(point, points, sizeof *point, by_place);
    if (json_path && !(json = fopen(json_path, "w")))
        die(json_path);
    if (holes)
        print_holes(holes);
    else
        print_table(json);
    return 0;
}

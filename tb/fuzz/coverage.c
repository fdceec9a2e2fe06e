/* See coverage.h. Points are numbered by their group and their indices.
 * SPDX-License-Identifier: ISC */
#include "coverage.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MOST_AXES 5
#define MOST_VALUES 64

enum axis_number {
#define AXIS(name, ...) axis_##name,
#include "coverage.def"
    AXES
};

static const char *const axes[AXES][MOST_VALUES] = {
#define AXIS(name, ...) [axis_##name] = {__VA_ARGS__},
#include "coverage.def"
};

#define NTH(_1, _2, _3, _4, _5, n, ...) n
#define AXIS_LIST_1(a) axis_##a
#define AXIS_LIST_2(a, b) axis_##a, axis_##b
#define AXIS_LIST_3(a, b, c) axis_##a, axis_##b, axis_##c
#define AXIS_LIST_4(a, b, c, d) axis_##a, axis_##b, axis_##c, axis_##d
#define AXIS_LIST_5(a, b, c, d, e) axis_##a, axis_##b, axis_##c, axis_##d, axis_##e
#define AXIS_LIST(...)                                                                       \
    NTH(__VA_ARGS__, AXIS_LIST_5, AXIS_LIST_4, AXIS_LIST_3, AXIS_LIST_2, AXIS_LIST_1)(__VA_ARGS__)
#define COUNT(...) NTH(__VA_ARGS__, 5, 4, 3, 2, 1)

static const struct {
    const char *name, *what;
    unsigned axes;
    unsigned axis[MOST_AXES];
} groups[GROUPS] = {
#define GROUP(name, what, ...) {#name, what, COUNT(__VA_ARGS__), {AXIS_LIST(__VA_ARGS__)}},
#include "coverage.def"
};

static unsigned values[AXES];
static unsigned radix[GROUPS][MOST_AXES]; /* 1 for axes that a group has not */
static unsigned first[GROUPS + 1];
static uint64_t *count;
static bool *unreachable;

static void number_points(void)
{
    for (unsigned a = 0; a < AXES; a++)
        while (values[a] < MOST_VALUES && axes[a][values[a]])
            values[a]++;
    for (unsigned g = 0; g < GROUPS; g++) {
        unsigned points = 1;

        for (unsigned i = 0; i < MOST_AXES; i++) {
            radix[g][i] = i < groups[g].axes ? values[groups[g].axis[i]] : 1;
            points *= radix[g][i];
        }
        first[g + 1] = first[g] + points;
    }
}

void cover5(enum group g, unsigned a, unsigned b, unsigned c, unsigned d, unsigned e)
{
    const unsigned *r = radix[g];

    count[first[g] + (((a * r[1] + b) * r[2] + c) * r[3] + d) * r[4] + e]++;
}

static void indices_of(unsigned g, unsigned point, unsigned index[MOST_AXES])
{
    unsigned rest = point - first[g];

    for (unsigned i = MOST_AXES; i-- > 0; rest /= radix[g][i])
        index[i] = rest % radix[g][i];
}

static void print_point(FILE *out, unsigned g, unsigned point)
{
    unsigned index[MOST_AXES];

    indices_of(g, point, index);
    fprintf(out, "%s", groups[g].name);
    for (unsigned i = 0; i < groups[g].axes; i++)
        fprintf(out, "/%s", axes[groups[g].axis[i]][index[i]]);
}

/* ---- Unreachable points: lines of `group/value/...: reason`, where a value is
 * `*`, or alternatives between bars. */

static bool value_matches(const char *pattern, size_t length, const char *value)
{
    while (length > 0) {
        const char *bar = memchr(pattern, '|', length);
        size_t n = bar ? (size_t)(bar - pattern) : length;

        if ((n == 1 && *pattern == '*') || (n == strlen(value) && !memcmp(pattern, value, n)))
            return true;
        pattern += bar ? n + 1 : n;
        length -= bar ? n + 1 : n;
    }
    return false;
}

static bool point_matches(const char *pattern, size_t length, unsigned g, unsigned point)
{
    unsigned index[MOST_AXES];
    const char *end = pattern + length;

    indices_of(g, point, index);
    for (unsigned i = 0; i < groups[g].axes; i++) {
        const char *slash = memchr(pattern, '/', (size_t)(end - pattern));
        const char *stop = slash ? slash : end;

        if (!value_matches(pattern, (size_t)(stop - pattern), axes[groups[g].axis[i]][index[i]]))
            return false;
        if (!slash)
            return i + 1 == groups[g].axes;
        pattern = slash + 1;
    }
    return false;
}

/* False: it matches nothing. */
static bool mark_unreachable(const char *pattern, size_t length)
{
    bool any = false;

    for (unsigned g = 0; g < GROUPS; g++) {
        size_t n = strlen(groups[g].name);

        if (length <= n || memcmp(pattern, groups[g].name, n) != 0 || pattern[n] != '/')
            continue;
        for (unsigned p = first[g]; p < first[g + 1]; p++)
            if (point_matches(pattern + n + 1, length - n - 1, g, p))
                any = unreachable[p] = true;
    }
    return any;
}

static bool read_unreachable(FILE *f, const char *path, char message[256])
{
    char line[512];

    for (unsigned number = 1; fgets(line, sizeof line, f); number++) {
        size_t length = strcspn(line, ": \n");

        if (line[0] == '#' || line[0] == ' ' || length == 0)
            continue;
        if (line[length] != ':' || !mark_unreachable(line, length)) {
            snprintf(message, 256, "%s:%u: no such cover point: %.*s", path, number, (int)length,
                     line);
            return false;
        }
    }
    return true;
}

bool coverage_init(const char *path, char message[256])
{
    FILE *f = fopen(path, "r");
    bool ok;

    number_points();
    count = calloc(first[GROUPS], sizeof *count);
    unreachable = calloc(first[GROUPS], sizeof *unreachable);
    if (!f || !count || !unreachable) {
        snprintf(message, 256, "%s: %s", path, strerror(errno));
        return false;
    }
    ok = read_unreachable(f, path, message);
    fclose(f);
    return ok;
}

/* ---- Files of counts: a header line, then a line for each point */

bool coverage_write(const char *path, const struct coverage_run *run)
{
    FILE *f = fopen(path, "w");

    if (!f)
        return false;
    fprintf(f, "counts %u %llu %llu %llu\n", first[GROUPS], (unsigned long long)run->instructions,
            (unsigned long long)run->programs, (unsigned long long)run->mismatches);
    for (unsigned p = 0; p < first[GROUPS]; p++)
        fprintf(f, "%llu\n", (unsigned long long)count[p]);
    return fclose(f) == 0;
}

bool coverage_add(const char *path, struct coverage_run *run)
{
    FILE *f = fopen(path, "r");
    unsigned long long instructions, programs, mismatches, n;
    unsigned points;
    bool ok;

    if (!f)
        return false;
    ok = fscanf(f, "counts %u %llu %llu %llu", &points, &instructions, &programs,
                &mismatches) == 4 && points == first[GROUPS];
    errno = 0;
    for (unsigned p = 0; ok && p < points; p++) {
        ok = fscanf(f, "%llu", &n) == 1;
        if (ok)
            count[p] += n;
    }
    fclose(f);
    if (!ok)
        return false;
    run->instructions += instructions;
    run->programs += programs;
    run->mismatches += mismatches;
    return true;
}

/* ---- Results */

static void add_points(struct coverage_summary *s, unsigned from, unsigned to)
{
    for (unsigned p = from; p < to; p++) {
        s->points++;
        s->unreachable += unreachable[p];
        s->hit += !unreachable[p] && count[p] > 0;
        s->wrong += unreachable[p] && count[p] > 0;
    }
}

struct coverage_summary coverage_summary(void)
{
    struct coverage_summary s = {0};

    add_points(&s, 0, first[GROUPS]);
    return s;
}

double coverage_percent(const struct coverage_summary *s)
{
    unsigned reachable = s->points - s->unreachable;

    return reachable ? 100.0 * s->hit / reachable : 100.0;
}

void coverage_list(FILE *out)
{
    fprintf(out, "%-16s %7s %11s %7s  %s\n", "group", "points", "unreachable", "hit", "what");
    for (unsigned g = 0; g < GROUPS; g++) {
        struct coverage_summary s = {0};

        add_points(&s, first[g], first[g + 1]);
        fprintf(out, "%-16s %7u %11u %7u  %s\n", groups[g].name, s.points, s.unreachable, s.hit,
                groups[g].what);
    }
}

void coverage_holes(FILE *out)
{
    for (unsigned g = 0; g < GROUPS; g++)
        for (unsigned p = first[g]; p < first[g + 1]; p++) {
            if (unreachable[p] == (count[p] > 0)) {
                fprintf(out, "%s ", unreachable[p] ? "wrong" : "hole");
                print_point(out, g, p);
                fprintf(out, "\n");
            }
        }
}

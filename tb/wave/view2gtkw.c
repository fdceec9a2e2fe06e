/* Makes a GTKWave save file from a view, for one waveform and one event in it.
 * Every signal that the view names must exist in the waveform.
 *
 *   view2gtkw VIEW.view WAVE.fst CYCLE OUT.gtkw [FILTER]
 *   view2gtkw --window VIEW.view     prints its event, and the cycles before and after
 *
 * A view is text, a line each:
 *   event NAME [N]        the event that it starts at, if no other is asked for
 *   before N, after N     cycles shown before and after the event
 *   width N               of the window, in pixels
 *   group TITLE           rows follow under a title
 *   row "LABEL" KIND SIGNAL...
 * KIND is hex, dec, bin, or a kind of tb/wave/filter.c. Several signals make a
 * bundle, the first one highest. A signal is a name in the core, or behind
 * "soc." or "top." one in the SoC or in the simulated top; with [31] or [30:22] a part.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fst_signals.h"

#define TOP "TOP.sim_top."
#define SOC TOP "u_soc."
#define CORE SOC "u_core."
#define LABELS_WIDTH 330
#define FRAME 70            /* of the window beside the waves, in pixels */
#define GTKWAVE_FRAME 200   /* pixels to which its zoom refers */
#define ROW_HEIGHT 20
#define FLAGS_HEX 0x22
#define FLAGS_DEC 0x24
#define FLAGS_BIN 0x28
#define FLAGS_FILTERED 0x4022
#define FLAGS_TITLE 0x200

struct view {
    const char *path;
    char event[32];
    unsigned number, before, after, width, rows;
};

static struct fst_signals *fst;
static unsigned missing, line_number;

static void wrong(const struct view *v, const char *what, const char *which)
{
    fprintf(stderr, "%s:%u: %s '%s'\n", v->path, line_number, what, which);
    missing++;
}

/* ---- Signals */

struct signal {
    char name[256];        /* without range */
    const char *full;
    unsigned width;        /* of the variable */
    unsigned high, low;    /* the part wanted */
};

static bool find_signal(const struct view *v, const char *word, struct signal *s)
{
    const char *prefix = CORE;
    char *range;

    if (strncmp(word, "soc.", 4) == 0)
        prefix = SOC, word += 4;
    else if (strncmp(word, "top.", 4) == 0)
        prefix = TOP, word += 4;
    snprintf(s->name, sizeof s->name, "%s%s", prefix, word);
    range = strchr(s->name, '[');
    if (range)
        *range = 0;
    s->width = fst_signals_find(fst, s->name, &s->full);
    if (!s->width) {
        wrong(v, "no such signal in the waveform:", s->name);
        return false;
    }
    s->high = s->width - 1;
    s->low = 0;
    if (range) {
        char *end;

        s->high = s->low = (unsigned)strtoul(range + 1, &end, 10);
        if (*end == ':')
            s->low = (unsigned)strtoul(end + 1, NULL, 10);
    }
    if (s->high >= s->width || s->low > s->high) {
        wrong(v, "no such bits:", word);
        return false;
    }
    return true;
}

/* GTKWave numbers the bits of a vector from its left end. */
static void put_bits(FILE *out, const struct signal *s)
{
    if (s->width == 1)
        fprintf(out, " %s", s->full);
    else
        for (unsigned bit = s->high + 1; bit-- > s->low;)
            fprintf(out, " (%u)%s", s->width - 1 - bit, s->full);
}

static void put_row(struct view *v, FILE *out, const char *label, char *rest, const char *filter)
{
    char *save = NULL, *kind = strtok_r(rest, " \t", &save), *word = strtok_r(NULL, " \t", &save);
    char *second = strtok_r(NULL, " \t", &save);
    bool filtered = false;
    struct signal s;

    if (!kind || !word) {
        wrong(v, "a row lacks its kind or signal:", label);
        return;
    }
    if (strcmp(kind, "hex") == 0 || strcmp(kind, "dec") == 0 || strcmp(kind, "bin") == 0) {
        fprintf(out, "@%x\n", *kind == 'h' ? FLAGS_HEX : *kind == 'd' ? FLAGS_DEC : FLAGS_BIN);
    } else {
        filtered = true;
        fprintf(out, "@%x\n^>1 %s %s\n", FLAGS_FILTERED, filter, kind);
    }
    v->rows++;
    if (!find_signal(v, word, &s))
        return;
    /* GTKWave does not colour a vector that it shows under another name; it
     * colours a bundle. */
    if (!filtered && !second && !strchr(word, '[')) {
        fprintf(out, "+{%s} %s\n", label, s.full);
    } else {
        fprintf(out, "#{%s}", label);
        put_bits(out, &s);
        for (word = second; word; word = strtok_r(NULL, " \t", &save))
            if (find_signal(v, word, &s))
                put_bits(out, &s);
        fprintf(out, "\n");
    }
    if (filtered)
        fprintf(out, "^>0\n");
}

/* ---- The file */

static void put_line(struct view *v, FILE *out, char *line, const char *filter)
{
    char *label, *end;

    if (strncmp(line, "group ", 6) == 0) {
        fprintf(out, "@%x\n-%s\n", FLAGS_TITLE, line + 6);
        v->rows++;
    } else if (strncmp(line, "row ", 4) == 0) {
        label = strchr(line, '"');
        end = label ? strchr(label + 1, '"') : NULL;
        if (!end) {
            wrong(v, "a row lacks its label:", line);
            return;
        }
        *end = 0;
        put_row(v, out, label + 1, end + 1, filter);
    } else if (sscanf(line, "event %31s %u", v->event, &v->number) < 1 &&
               sscanf(line, "before %u", &v->before) < 1 &&
               sscanf(line, "after %u", &v->after) < 1 && sscanf(line, "width %u", &v->width) < 1) {
        wrong(v, "not a line of a view:", line);
    }
}

static void read_view(struct view *v, FILE *in, FILE *out, const char *filter)
{
    char line[512];

    line_number = 0;
    while (fgets(line, sizeof line, in)) {
        line_number++;
        line[strcspn(line, "\n")] = 0;
        if (line[0] && line[0] != '#' && (out || strncmp(line, "row", 3) != 0) &&
            (out || strncmp(line, "group", 5) != 0))
            put_line(v, out, line, filter);
    }
}

/* What GTKWave reads first: file, window, place, zoom, and marker A at the event. */
static void put_head(const struct view *v, FILE *out, const char *wave, unsigned long cycle)
{
    char path[4096];
    unsigned long start = cycle > v->before ? cycle - v->before : 0;
    double units = 10.0 * (v->before + v->after);
    double zoom = -log2(GTKWAVE_FRAME * units / (v->width - LABELS_WIDTH - FRAME));

    fprintf(out, "[dumpfile] \"%s\"\n", realpath(wave, path) ? path : wave);
    fprintf(out, "[timestart] %llu\n", (unsigned long long)FST_TIME(start));
    fprintf(out, "[size] %u %u\n[pos] -1 -1\n", v->width, 140 + ROW_HEIGHT * v->rows);
    fprintf(out, "*%f %llu %llu", zoom, (unsigned long long)FST_TIME(cycle),
            (unsigned long long)FST_TIME(cycle));
    for (int i = 0; i < 25; i++)
        fprintf(out, " -1");
    fprintf(out, "\n[signals_width] %d\n[sst_expanded] 0\n", LABELS_WIDTH);
}

static bool copy(FILE *from, FILE *to)
{
    int c;

    rewind(from);
    while ((c = getc(from)) != EOF)
        putc(c, to);
    return fclose(to) == 0;
}

_Noreturn static void fail(const char *path)
{
    fprintf(stderr, "view2gtkw: %s: %s\n", path, errno ? strerror(errno) : "not a waveform");
    exit(1);
}

int main(int argc, char **argv)
{
    bool window = argc == 3 && strcmp(argv[1], "--window") == 0;
    struct view v = {.path = argv[window ? 2 : 1], .event = "any", .number = 1, .before = 20,
                     .after = 40, .width = 1600};
    FILE *in, *rows, *out;

    if (!window && (argc < 5 || argc > 6)) {
        fprintf(stderr, "usage: view2gtkw VIEW WAVE.fst CYCLE OUT.gtkw [FILTER]\n"
                        "       view2gtkw --window VIEW\n");
        return 2;
    }
    in = fopen(v.path, "r");
    if (!in)
        fail(v.path);
    if (window) {
        read_view(&v, in, NULL, NULL);
        printf("%s %u %u %u\n", v.event, v.number, v.before, v.after);
        fclose(in);
        return missing ? 1 : 0;
    }
    errno = 0;
    fst = fst_signals_open(argv[2]);
    if (!fst)
        fail(argv[2]);
    rows = tmpfile();
    out = fopen(argv[4], "w");
    if (!rows || !out)
        fail(argv[4]);
    read_view(&v, in, rows, argc == 6 ? argv[5] : "build/wave/filter");
    put_head(&v, out, argv[2], strtoul(argv[3], NULL, 10));
    if (!copy(rows, out))
        fail(argv[4]);
    fclose(rows);
    fclose(in);
    fst_signals_close(fst);
    return missing ? 1 : 0;
}

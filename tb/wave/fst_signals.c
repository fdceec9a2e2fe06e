/* See fst_signals.h. The reader of the format is GTKWave's own, as Verilator
 * brings it.
 * SPDX-License-Identifier: ISC */
#include "fst_signals.h"

#include <stdlib.h>
#include <string.h>

#include "fstapi.h"

struct variable {
    char *name;       /* without range */
    char *full;
    fstHandle handle;
    unsigned width;
};

struct fst_signals {
    void *reader;
    struct variable *variables; /* sorted by name */
    size_t count, room;
    int *number_of;             /* of each handle: number of the value, or -1 */
    fstHandle handles;
    uint64_t *values;
    fstHandle *followed;
    int follow_count;

    fst_signals_step *step;
    void *ctx;
    uint64_t cycle;             /* being filled */
    bool any;
};

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct variable *)a)->name, ((const struct variable *)b)->name);
}

static void add_variable(struct fst_signals *f, const char *scope, const struct fstHierVar *var)
{
    struct variable *v;
    char text[1024], *range;

    snprintf(text, sizeof text, "%s.%s", scope, var->name);
    if (f->count == f->room) {
        f->room = f->room ? 2 * f->room : 1024;
        f->variables = realloc(f->variables, f->room * sizeof *f->variables);
        if (!f->variables) {
            perror("fst_signals");
            exit(1);
        }
    }
    v = &f->variables[f->count++];
    v->handle = var->handle;
    v->width = var->length;
    range = strrchr(text, ' '); /* "name [31:0]": GTKWave leaves the space out */
    if (range && range[1] == '[')
        memmove(range, range + 1, strlen(range));
    v->full = strdup(text);
    if (range)
        *range = 0;
    v->name = strdup(text);
}

static void read_names(struct fst_signals *f)
{
    struct fstHier *h;
    const char *scope = "";

    while ((h = fstReaderIterateHier(f->reader))) {
        if (h->htyp == FST_HT_SCOPE)
            scope = fstReaderPushScope(f->reader, h->u.scope.name, NULL);
        else if (h->htyp == FST_HT_UPSCOPE)
            scope = fstReaderPopScope(f->reader);
        else if (h->htyp == FST_HT_VAR)
            add_variable(f, scope, &h->u.var);
    }
    if (f->count)
        qsort(f->variables, f->count, sizeof *f->variables, by_name);
}

struct fst_signals *fst_signals_open(const char *path)
{
    struct fst_signals *f = calloc(1, sizeof *f);

    if (!f)
        return NULL;
    f->reader = fstReaderOpen(path);
    if (!f->reader) {
        free(f);
        return NULL;
    }
    f->handles = fstReaderGetMaxHandle(f->reader);
    f->number_of = malloc((f->handles + 1) * sizeof *f->number_of);
    memset(f->number_of, 0xFF, (f->handles + 1) * sizeof *f->number_of);
    read_names(f);
    return f;
}

void fst_signals_close(struct fst_signals *f)
{
    for (size_t i = 0; i < f->count; i++) {
        free(f->variables[i].name);
        free(f->variables[i].full);
    }
    fstReaderClose(f->reader);
    free(f->variables);
    free(f->number_of);
    free(f->values);
    free(f->followed);
    free(f);
}

static const struct variable *find(const struct fst_signals *f, const char *name)
{
    struct variable key = {.name = (char *)name};

    return f->count ? bsearch(&key, f->variables, f->count, sizeof key, by_name) : NULL;
}

unsigned fst_signals_find(struct fst_signals *f, const char *name, const char **full)
{
    const struct variable *v = find(f, name);

    if (v && full)
        *full = v->full;
    return v ? v->width : 0;
}

/* Two names may be the same variable: then both are copies of one value. */
int fst_signals_follow(struct fst_signals *f, const char *name)
{
    const struct variable *v = find(f, name);
    int n = f->follow_count;

    if (!v || v->width > 64)
        return -1;
    f->followed = realloc(f->followed, (size_t)(n + 1) * sizeof *f->followed);
    f->values = realloc(f->values, (size_t)(n + 1) * sizeof *f->values);
    f->followed[n] = v->handle;
    f->values[n] = 0;
    if (f->number_of[v->handle] < 0)
        f->number_of[v->handle] = n;
    fstReaderSetFacProcessMask(f->reader, v->handle);
    f->follow_count = n + 1;
    return n;
}

static void end_cycle(struct fst_signals *f)
{
    for (int i = 0; i < f->follow_count; i++)
        f->values[i] = f->values[f->number_of[f->followed[i]]];
    f->step(f->ctx, f->cycle, f->values);
}

/* What changes at the clock's rise (half a cycle after the low phase) belongs to
 * the next cycle. */
static void on_change(void *ctx, uint64_t time, fstHandle handle, const unsigned char *text)
{
    struct fst_signals *f = ctx;
    uint64_t cycle = FST_CYCLE(time + 5), value = 0;
    int n = f->number_of[handle];

    if (f->any)
        for (; f->cycle < cycle; f->cycle++)
            end_cycle(f);
    f->cycle = cycle;
    f->any = true;
    for (; *text; text++)
        value = value << 1 | (*text == '1');
    if (n >= 0)
        f->values[n] = value;
}

bool fst_signals_run(struct fst_signals *f, fst_signals_step *step, void *ctx)
{
    f->step = step;
    f->ctx = ctx;
    if (!f->follow_count || !fstReaderIterBlocks(f->reader, on_change, f, NULL) || !f->any)
        return false;
    end_cycle(f);
    return true;
}

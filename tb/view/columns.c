/* See columns.h.
 * SPDX-License-Identifier: ISC */
#include "columns.h"

#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *title;
    unsigned width;
} kind[COLUMN_COUNT] = {
#define X(name, bytes) {#name, bytes},
    COLUMNS(X)
#undef X
};

unsigned column_width(enum column_name c)
{
    return kind[c].width;
}

const char *column_title(enum column_name c)
{
    return kind[c].title;
}

void *must_realloc(void *p, size_t bytes)
{
    p = realloc(p, bytes);
    if (!p) {
        fprintf(stderr, "view: out of memory\n");
        exit(1);
    }
    return p;
}

void column_add(struct columns *cs, enum column_name c, uint32_t value)
{
    struct column *col = &cs->column[c];

    if (col->used + 4 > col->room) {
        col->room = col->room ? 2 * col->room : 4096;
        col->bytes = must_realloc(col->bytes, col->room);
    }
    for (unsigned i = 0; i < kind[c].width; i++)
        col->bytes[col->used++] = value >> 8 * i;
}

void columns_free(struct columns *cs)
{
    for (unsigned c = 0; c < COLUMN_COUNT; c++)
        free(cs->column[c].bytes);
}

/* Lines of one section; see event_text.h.
 * SPDX-License-Identifier: ISC */
#include "event_text.h"

#include <stdlib.h>
#include <string.h>

static void append(struct event_text *t, const char *s)
{
    size_t n = strlen(s);

    if (t->length + n + 1 > t->room) {
        size_t room = (t->room ? t->room : 1024) * 2 + n;
        char *grown = realloc(t->bytes, room);

        if (!grown) {
            t->failed = true;
            return;
        }
        t->bytes = grown;
        t->room = room;
    }
    memcpy(t->bytes + t->length, s, n + 1);
    t->length += n;
}

static void settle_last(struct event_text *t)
{
    if (!t->last[0])
        return;
    append(t, t->last);
    if (t->repeats > 1) {
        char times[32];

        snprintf(times, sizeof times, " (%u times)", t->repeats);
        append(t, times);
    }
    append(t, "\n");
    t->last[0] = 0;
}

static void add_settled(struct event_text *t, const char *line)
{
    if (t->last[0] && strcmp(t->last, line) == 0) {
        t->repeats++;
        return;
    }
    settle_last(t);
    snprintf(t->last, sizeof t->last, "%s", line);
    t->repeats = 1;
}

static void settle_open(struct event_text *t)
{
    if (!t->open[0])
        return;
    add_settled(t, t->open);
    t->open[0] = 0;
}

void event_text_add(struct event_text *t, const char *line)
{
    settle_open(t);
    add_settled(t, line);
}

void event_text_open(struct event_text *t, const char *line)
{
    settle_open(t);
    snprintf(t->open, sizeof t->open, "%s", line);
}

bool event_text_complete(struct event_text *t, const char *rest)
{
    size_t n = strlen(t->open);

    if (!n)
        return false;
    snprintf(t->open + n, sizeof t->open - n, "%s", rest);
    settle_open(t);
    return true;
}

bool event_text_write(struct event_text *t, FILE *out)
{
    settle_open(t);
    settle_last(t);
    if (t->length && fwrite(t->bytes, 1, t->length, out) != t->length)
        return false;
    return !t->failed;
}

void event_text_free(struct event_text *t)
{
    free(t->bytes);
}

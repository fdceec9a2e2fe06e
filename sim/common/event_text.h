/* One section of an event trace: lines in order, equal ones in a row counted.
 * Owns its text. After a failed allocation it stays failed.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_EVENT_TEXT_H
#define GATEHOUSE_EVENT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define EVENT_LINE 256

struct event_text {
    char *bytes;              /* the finished lines */
    size_t length, room;
    char last[EVENT_LINE];    /* the line that may still grow or repeat; "" if none */
    char open[EVENT_LINE];    /* a line to which a result may still be added */
    unsigned repeats;
    bool failed;
};

/* Adds a line (without newline). */
void event_text_add(struct event_text *t, const char *line);

/* Adds a line that event_text_complete may still append to. */
void event_text_open(struct event_text *t, const char *line);

/* Appends to the open line if nothing was added after it. False if something
 * was: nothing is done. */
bool event_text_complete(struct event_text *t, const char *rest);

/* Writes the section's lines. False: failed, now or earlier. */
bool event_text_write(struct event_text *t, FILE *out);
void event_text_free(struct event_text *t);

#endif

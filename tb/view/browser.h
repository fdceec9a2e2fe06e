/* A headless Chromium at the other end of two pipes, spoken to in its DevTools
 * protocol (JSON messages, each ended by a zero byte). Owns the process.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_VIEW_BROWSER_H
#define GATEHOUSE_VIEW_BROWSER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct browser {
    pid_t pid;
    int to, from;
    unsigned sent;
    char session[64];
    char *bytes;          /* read, and not yet a whole message */
    size_t used, room;
    unsigned errors;      /* of the page: exceptions and error messages */
    char first_error[256];
};

/* Starts it with a profile directory of its own. False: it could not be. */
bool browser_start(struct browser *b, const char *profile);
void browser_stop(struct browser *b);

/* Opens a page in a window of that size and waits until it says it is ready. */
bool browser_open(struct browser *b, const char *url, int width, int height);

/* The value of an expression, which must be a string; "" if it has none. The
 * answer is valid until the next call. */
const char *browser_value(struct browser *b, const char *expression);

void browser_click(struct browser *b, int x, int y);

/* A key by its DOM name ("ArrowRight", "n") and code ("KeyN"). */
void browser_key(struct browser *b, const char *key, const char *code, bool shift);

/* What is to be seen, as a PNG file. */
bool browser_picture(struct browser *b, const char *path);

#endif

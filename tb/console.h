/* The user's side of the serial line: bytes from a file, a pipe or the
 * terminal, and where the machine's bytes go. Owns both streams and the
 * terminal's raw mode, which it undoes.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_CONSOLE_H
#define GATEHOUSE_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct console {
    FILE *in, *out;
    bool terminal;     /* `in` is a terminal in raw mode */
    bool escape;       /* Ctrl-A was typed */
    bool quit;         /* Ctrl-A x was typed */
    unsigned pause;    /* calls until the terminal is asked again */
    const char *until; /* text that is waited for, or NULL */
    size_t until_sent; /* how much of it the machine has just sent */
    bool seen;         /* all of it */
};

/* in may be NULL: no input. With interactive, standard input is taken instead,
 * raw if it is a terminal. */
void console_init(struct console *c, FILE *in, FILE *out, bool interactive);
bool console_close(struct console *c); /* false: the output could not be written */

int console_get(void *console);               /* -1: nothing now */
void console_put(void *console, uint8_t byte);

#endif

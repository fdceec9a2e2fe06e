/* See console.h.
 * SPDX-License-Identifier: ISC */
#include "console.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define CTRL_A 1
#define POLL_EVERY 20000 /* calls, about one a cycle: some ten milliseconds */

static struct termios saved;
static bool is_raw;

static void restore_terminal(void)
{
    if (is_raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &saved);
    is_raw = false;
}

static void restore_and_die(int signal_number)
{
    restore_terminal();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static bool make_raw(void)
{
    struct termios raw;

    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &saved) < 0)
        return false;
    raw = saved;
    raw.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &raw) < 0)
        return false;
    is_raw = true;
    atexit(restore_terminal);
    signal(SIGTERM, restore_and_die);
    signal(SIGHUP, restore_and_die);
    return true;
}

void console_init(struct console *c, FILE *in, FILE *out, bool interactive)
{
    *c = (struct console){.in = interactive ? stdin : in, .out = out};
    if (interactive)
        c->terminal = make_raw();
}

bool console_close(struct console *c)
{
    bool ok;

    restore_terminal();
    if (c->in && c->in != stdin)
        fclose(c->in);
    if (!c->out)
        return true;
    ok = !ferror(c->out);
    return (c->out == stdout ? fflush(c->out) : fclose(c->out)) == 0 && ok;
}

static int terminal_byte(void)
{
    struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};
    unsigned char byte;

    if (poll(&p, 1, 0) <= 0 || read(STDIN_FILENO, &byte, 1) != 1)
        return -1;
    return byte;
}

static int get_from_terminal(struct console *c)
{
    int byte;

    if (c->pause) {
        c->pause--;
        return -1;
    }
    byte = terminal_byte();
    if (byte < 0) {
        c->pause = POLL_EVERY;
        return -1;
    }
    if (c->escape) {
        c->escape = false;
        if (byte == 'x')
            c->quit = true;
        return byte == CTRL_A ? byte : -1;
    }
    c->escape = byte == CTRL_A;
    return c->escape ? -1 : byte;
}

int console_get(void *console)
{
    struct console *c = console;
    int byte;

    if (!c->in)
        return -1;
    if (c->terminal)
        return get_from_terminal(c);
    byte = getc(c->in);
    if (byte == EOF) {
        if (c->in != stdin)
            fclose(c->in);
        c->in = NULL;
    }
    return byte;
}

/* The longest beginning of the text that the machine's last bytes are: after a byte that
 * does not go on, a shorter one may. */
static void look_for_text(struct console *c, char byte)
{
    size_t n = c->until_sent;

    while (n && (c->until[n] != byte || !c->until[n])) {
        size_t shorter = n - 1;

        while (strncmp(c->until, c->until + n - shorter, shorter) != 0)
            shorter--;
        n = shorter;
    }
    c->until_sent = n + (c->until[n] == byte);
    c->seen |= !c->until[c->until_sent];
}

void console_put(void *console, uint8_t byte)
{
    struct console *c = console;

    if (c->until)
        look_for_text(c, (char)byte);

    putc(byte, c->out);
    if (c->terminal || byte == '\n')
        fflush(c->out);
}

/* The console that all modules share. A line goes out whole, under the name
 * of its writer, so that lines do not mix. Input is echoed and edited when
 * somebody reads it, and handed over by lines.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define INPUT 256 /* typed ahead; a power of two */
#define BACKSPACE 8
#define DELETE 127

static char input[INPUT];
static uint32_t in_head, in_tail;
static char line[LINE_MAX]; /* being edited */
static uint32_t line_len;
static bool prompted; /* for that line */

static void start_line(struct module *m)
{
    print("[%s] ", m->name);
    for (uint32_t i = 0; i < m->line_len; i++)
        uart_put(m->line[i]);
    m->line_len = 0;
}

void console_flush(struct module *m)
{
    if (!m->line_len)
        return;
    start_line(m);
    uart_put('\n');
}

/* write(buffer, bytes): to the console; the number of bytes */
int gate_write(struct module *m, const uint32_t *a)
{
    char part[64];
    uint32_t va = a[0], len = a[1] < TRANSFER_MAX ? a[1] : TRANSFER_MAX;
    if (!user_range(va, a[1]))
        return E_FAULT;
    for (uint32_t n; len; va += n, len -= n) {
        n = len < sizeof part ? len : sizeof part;
        if (copy_in(m, part, va, n))
            return va == a[0] ? E_FAULT : (int)(va - a[0]);
        for (uint32_t i = 0; i < n; i++) {
            if (part[i] != '\n') /* nothing that would move the cursor */
                m->line[m->line_len++] = part[i] >= ' ' && part[i] <= '~' ? part[i] : '.';
            if (part[i] == '\n' && !m->line_len)
                print("[%s]\n", m->name);
            else if (part[i] == '\n' || m->line_len == LINE_MAX)
                console_flush(m);
        }
    }
    return va - a[0];
}

/* One character has come (uart.c). What nobody reads is lost at some time. */
void console_input(char c)
{
    if (in_head - in_tail < INPUT)
        input[in_head++ % INPUT] = c;
    wake_one(input);
}

/* Whether a module waits for input: then no deadlock is final. */
bool console_awaited(void)
{
    for (struct module *m = modules; m < modules + NMODULES; m++)
        if (m->state == BLOCKED && m->chan == input)
            return true;
    return false;
}

/* Edits the line with what has come. True: it is complete. */
static bool edit(void)
{
    while (in_tail != in_head) {
        char c = input[in_tail++ % INPUT];
        if (c == '\r' || c == '\n') {
            uart_put('\n');
            return true;
        }
        if ((c == BACKSPACE || c == DELETE) && line_len) {
            line_len--;
            print("\b \b");
        } else if (c >= ' ' && c < DELETE && line_len < LINE_MAX) {
            line[line_len++] = c;
            uart_put(c);
        }
    }
    return false;
}

/* readline(buffer, size): one line without its end; its length. What the
 * caller wrote of a line stands before it as a prompt. */
int gate_readline(struct module *m, const uint32_t *a)
{
    if (!user_range(a[0], a[1]))
        return E_FAULT;
    if (!prompted || m->line_len)
        start_line(m);
    prompted = true;
    if (!edit())
        return sleep_on(m, input);
    uint32_t n = line_len < a[1] ? line_len : a[1];
    line_len = 0;
    prompted = false;
    return copy_out(m, a[0], line, n) ? E_FAULT : (int)n;
}

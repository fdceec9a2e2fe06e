/* The console that all modules share: a line goes out whole, under the name
 * of its writer, so that lines do not mix.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

void console_flush(struct module *m)
{
    if (!m->line_len)
        return;
    print("[%s] ", m->name);
    for (uint32_t i = 0; i < m->line_len; i++)
        uart_put(m->line[i]);
    uart_put('\n');
    m->line_len = 0;
}

/* write(buffer, bytes): to the console; the number of bytes */
int gate_write(struct module *m, const uint32_t *a)
{
    char part[64];
    uint32_t va = a[0], len = a[1];
    if (!user_range(va, len))
        return E_FAULT;
    for (uint32_t n; len; va += n, len -= n) {
        n = len < sizeof part ? len : sizeof part;
        if (copy_in(m, part, va, n))
            return va == a[0] ? E_FAULT : (int)(va - a[0]);
        for (uint32_t i = 0; i < n; i++) {
            if (part[i] != '\n')
                m->line[m->line_len++] = part[i];
            if (part[i] == '\n' && !m->line_len)
                print("[%s]\n", m->name);
            else if (part[i] == '\n' || m->line_len == LINE_MAX)
                console_flush(m);
        }
    }
    return a[1];
}

void console_input(char c)
{
    (void)c;
}

bool console_awaited(void)
{
    return false;
}

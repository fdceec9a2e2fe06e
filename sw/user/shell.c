/* A small shell: modules, maps, counters and files, to type at.
 * SPDX-License-Identifier: ISC */
#include "gatehouse.h"

static void help(void)
{
    printf("ps: the modules     maps [id]: a map     counters: the kernel's\n");
    printf("ls: the files       cat FILE             NAME [arg] [&]: start a module\n");
    printf("kill ID             help                 exit\n");
}

static void ps(void)
{
    static const char *const states[] = {"free", "ready", "running", "blocked", "ended"};
    struct module_info info;
    for (int i = 0; (i = list(i, &info)) > 0;)
        printf("%8x %16s %8s %4u pages\n", info.id, info.name, states[info.state], info.pages);
}

static void show_counters(void)
{
    struct counters c;
    counters(&c);
    printf("copies %u, page faults repaired %u, pages in %u, out %u, dropped %u\n", c.copies,
           c.faults, c.page_ins, c.page_outs, c.drops);
    printf("frames free %u, switches %u, fences %u (measured: idle %u)\n", c.frames, c.switches,
           c.fences, c.idle);
}

static void ls(void)
{
    struct file_info info;
    for (int i = 0; (i = directory(i, &info)) > 0;)
        printf("%16s %6u bytes\n", info.name, info.size);
}

static void cat(const char *file)
{
    char part[100];
    int h = open(file, OPEN_READ), n;
    if (h < 0)
        printf("%s: no such file\n", file);
    while (h >= 0 && (n = read(h, part, sizeof part)) > 0)
        write(part, n);
    if (h >= 0)
        close(h);
}

/* The next word of the line, cut out of it. */
static char *word(char **line)
{
    char *p = *line, *w;
    while (*p == ' ')
        p++;
    for (w = p; *p && *p != ' '; p++)
        ;
    if (*p)
        *p++ = 0;
    *line = p;
    return w;
}

static uint32_t number(const char *s)
{
    uint32_t n = 0, base = 10;
    if (s[0] == '0' && s[1] == 'x')
        base = 16, s += 2;
    for (; *s; s++)
        n = n * base + (*s <= '9' ? *s - '0' : (*s | 32) - 'a' + 10);
    return n;
}

static void start(const char *image, char *rest)
{
    char *arg = word(&rest), *more = word(&rest);
    uint32_t status;
    int id = create(image, *arg != '&' ? number(arg) : 0);
    if (id < 0)
        printf("%s: error %d\n", image, id);
    else if (*arg == '&' || *more == '&')
        printf("started %x\n", id);
    else if (wait(id, &status) == END_EXIT)
        printf("%s: exit %d\n", image, (int)status);
    else
        printf("%s: fault %d\n", image, (int)status);
}

int main(uint32_t arg)
{
    char line[96];
    (void)arg;
    printf("type help\n");
    for (;;) {
        write("$ ", 2);
        int n = readline(line, sizeof line - 1);
        if (n < 0)
            return 1;
        line[n] = 0;
        char *p = line, *w = word(&p);
        if (!strcmp(w, "help"))
            help();
        else if (!strcmp(w, "ps"))
            ps();
        else if (!strcmp(w, "maps"))
            maps(*(w = word(&p)) ? number(w) : self());
        else if (!strcmp(w, "counters"))
            show_counters();
        else if (!strcmp(w, "ls"))
            ls();
        else if (!strcmp(w, "cat"))
            cat(word(&p));
        else if (!strcmp(w, "kill"))
            destroy(number(word(&p)));
        else if (!strcmp(w, "exit"))
            return 0;
        else if (*w)
            start(w, p);
    }
}

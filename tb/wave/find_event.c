/* Finds the clock cycle of an event in a retire trace (read from standard input)
 * and prints it.
 *
 *   find_event EVENT N
 *
 * prints the cycle of the Nth (from 1): EVENT is
 *   fault      an exception other than a call, taken from U or S
 *   gate       a gate entered by svc
 *   return     an sret
 *   interrupt  an interrupt's first instruction
 *   switch     U runs under another map than before: the cycle of the map's write
 *   miss       an instruction of U whose load or store missed the TLB
 *   any        an instruction; so N counts those
 *   entry      U entered for the first time under a map: a module's first instruction
 * SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EVENT_DATA_MISS 2u
#define MAP_ON 0x80000000u

struct line {
    uint64_t cycle;
    unsigned mode, trap, intr, events;
    uint32_t insn, satp, upmar;
};

struct state {
    uint32_t user_map;        /* of the last instruction of U */
    uint32_t satp, upmar;     /* after the last instruction */
    uint64_t written;         /* cycle at which one of them last changed */
    uint32_t seen[1024];      /* maps that U has run under */
    unsigned seen_count;
    bool entered;             /* by this line, for the first time */
};

static bool parse(const char *text, struct line *l)
{
    return sscanf(text, "%" SCNu64 " %*u %u %*x %" SCNx32 " %*x %u %u %*u %*x %*x %*x %*x %*x %*x "
                        "%*x %*x %*x %*x %*x %*x %*x %*x %*x %*x %*x %*x %" SCNx32 " %" SCNx32
                        " %*x %x",
                  &l->cycle, &l->mode, &l->insn, &l->trap, &l->intr, &l->satp, &l->upmar,
                  &l->events) == 8;
}

static uint32_t map_of_u(const struct line *l)
{
    return l->upmar & MAP_ON ? l->upmar : l->satp;
}

static bool is_gate(const struct line *l)
{
    return (l->insn & 0x7F) == 0x0B && !l->trap;
}

/* M's own are the boot's trials. An ecall is a call, and no fault. */
static bool is_fault(const struct line *l)
{
    return l->trap && l->mode != 3 && l->insn != 0x73 /* ecall */;
}

static void note_entry(struct state *s, const struct line *l)
{
    uint32_t map = map_of_u(l);

    s->entered = false;
    if (l->mode != 0)
        return;
    for (unsigned i = 0; i < s->seen_count; i++)
        if (s->seen[i] == map)
            return;
    if (s->seen_count < sizeof s->seen / sizeof s->seen[0])
        s->seen[s->seen_count++] = map;
    s->entered = true;
}

static bool is_switch(struct state *s, const struct line *l)
{
    uint32_t before = s->user_map;

    if (l->mode != 0)
        return false;
    s->user_map = map_of_u(l);
    return before && before != s->user_map;
}

static void note_write(struct state *s, const struct line *l)
{
    if (l->satp != s->satp || l->upmar != s->upmar)
        s->written = l->cycle;
    s->satp = l->satp;
    s->upmar = l->upmar;
}

static bool matches(const char *event, struct state *s, const struct line *l)
{
    note_entry(s, l);
    note_write(s, l);
    if (strcmp(event, "fault") == 0)
        return is_fault(l);
    if (strcmp(event, "gate") == 0)
        return is_gate(l);
    if (strcmp(event, "return") == 0)
        return l->insn == 0x10200073 && !l->trap;
    if (strcmp(event, "interrupt") == 0)
        return l->intr;
    if (strcmp(event, "switch") == 0)
        return is_switch(s, l);
    if (strcmp(event, "miss") == 0)
        return l->mode == 0 && l->events & EVENT_DATA_MISS;
    if (strcmp(event, "entry") == 0)
        return s->entered;
    return strcmp(event, "any") == 0;
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"fault", "gate", "return", "interrupt", "switch", "miss",
                                        "entry", "any"};
    static struct state s;
    char text[512];
    unsigned long n, found = 0;
    uint64_t cycle = 0;
    bool known = false;

    for (size_t i = 0; argc == 3 && i < sizeof names / sizeof names[0]; i++)
        known |= strcmp(argv[1], names[i]) == 0;
    if (!known || (n = strtoul(argv[2], NULL, 10)) == 0) {
        fprintf(stderr, "usage: find_event fault|gate|return|interrupt|switch|miss|entry|any N\n");
        return 2;
    }
    /* The trace is read to its end, so that its writer ends as it would alone. */
    while (fgets(text, sizeof text, stdin)) {
        struct line l;

        if (text[0] != '#' && parse(text, &l) && found < n && matches(argv[1], &s, &l) &&
            ++found == n)
            cycle = strcmp(argv[1], "switch") == 0 ? s.written : l.cycle;
    }
    if (found < n) {
        fprintf(stderr, "find_event: only %lu of '%s'\n", found, argv[1]);
        return 1;
    }
    printf("%" PRIu64 "\n", cycle);
    return 0;
}

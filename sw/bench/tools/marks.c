/* Reads the instruction log of micro.elf and prints a line `name value` for each
 * measurement of marks.h. One that the log does not hold is an error.
 * SPDX-License-Identifier: ISC */
#include "marks.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct mark {
    const char *name;
    unsigned number, from, to, less, each;
};

#define ROW(id, number, name, from, to, less, each) {name, number, from, to, less, each},
static const struct mark marks[] = { MARKS(ROW) };

#define MARK_COUNT (sizeof marks / sizeof marks[0])

struct log {
    uint64_t *cycle;
    uint32_t *insn;
    size_t count, room;
};

static void add(struct log *log, uint64_t cycle, uint32_t insn)
{
    if (log->count == log->room) {
        log->room = log->room ? 2 * log->room : 4096;
        log->cycle = realloc(log->cycle, log->room * sizeof *log->cycle);
        log->insn = realloc(log->insn, log->room * sizeof *log->insn);
        if (!log->cycle || !log->insn) {
            fprintf(stderr, "marks: out of memory\n");
            exit(1);
        }
    }
    log->cycle[log->count] = cycle;
    log->insn[log->count++] = insn;
}

/* A line of the log begins with the cycle, the mode, the pc and the instruction. */
static void read_log(struct log *log, FILE *in)
{
    char line[512];
    uint64_t cycle;
    uint32_t insn;

    while (fgets(line, sizeof line, in))
        if (sscanf(line, "%" SCNu64 " %*s %*x %" SCNx32, &cycle, &insn) == 2)
            add(log, cycle, insn);
}

static uint32_t hint(unsigned number)
{
    return number << 20 | 2 << 12 | 0x13;          /* slti x0, x0, number */
}

/* The last time that a mark retired with all behind it that it measures. */
static bool find(const struct log *log, const struct mark *mark, double *value)
{
    for (size_t i = log->count; i-- > 0;) {
        if (log->insn[i] != hint(mark->number) || i + mark->to >= log->count)
            continue;
        *value = ((double)(log->cycle[i + mark->to] - log->cycle[i + mark->from]) - mark->less) /
                 mark->each;
        return true;
    }
    return false;
}

int main(int argc, char **argv)
{
    struct log log = {0};
    FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
    int status = 0;

    if (!in) {
        fprintf(stderr, argc == 2 ? "marks: cannot read %s\n" : "usage: marks LOG\n", argv[1]);
        return 1;
    }
    read_log(&log, in);
    fclose(in);
    for (size_t i = 0; i < MARK_COUNT; i++) {
        double value;

        if (find(&log, &marks[i], &value)) {
            printf("%s %g\n", marks[i].name, value);
        } else {
            fprintf(stderr, "marks: no mark %u (%s) in %s\n", marks[i].number, marks[i].name,
                    argv[1]);
            status = 1;
        }
    }
    free(log.cycle);
    free(log.insn);
    return status;
}

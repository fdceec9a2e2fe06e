/* Gathers what the benchmarks printed into one table for the reader, with the
 * targets beside, and into one flat JSON object of names and numbers.
 * SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PROGRAMS 16
#define MAX_VALUES 512

enum mode { BARE, SATP, UPMAR, MODES };
static const char *const mode_name[MODES] = { "bare", "satp", "upmar" };

enum event { ITLB, DTLB, ICACHE, DCACHE, MISPREDICTS, IDLE, EVENTS };

struct run {
    double cycles, instructions, event[EVENTS];
};

struct program {
    char *name;
    struct run run[MODES];
};

struct value {
    char *name;
    double number;
};

/* What the machine is to reach. */
static const struct target {
    const char *name;
    int least;                /* the number is to be at least, else at most, this */
    double limit;
} targets[] = {
    { "core.ipc", 1, 0.93 },
    { "core.mmu_cost", 0, 1.01 },
    { "tlb.hit_cycles", 0, 0 },
    { "tlb.walk_cycles", 0, 6 },
    { "svc.entry_cycles", 0, 6 },
    { "trap.entry_cycles", 0, 4 },
    { "xret.cycles", 0, 4 },
    { "sim.cycles_per_second", 1, 2000000 },
    { "sim.lockstep_slowdown", 0, 2 },
};

/* The four kinds of work that make up the usual benchmark of embedded cores. */
static const char *const mix[] = { "list", "matrix", "state", "crc" };

static struct program programs[MAX_PROGRAMS];
static unsigned program_count;
static struct value values[MAX_VALUES];
static unsigned value_count;

static void die(const char *what, const char *which)
{
    fprintf(stderr, "report: %s: %s\n", what, which);
    exit(1);
}

static char *copy(const char *name)
{
    char *made = strdup(name);

    if (!made)
        die("out of memory", name);
    return made;
}

static void set(const char *name, double number)
{
    if (value_count == MAX_VALUES)
        die("too many numbers", name);
    values[value_count].name = copy(name);
    values[value_count++].number = number;
}

static const struct value *get(const char *name)
{
    for (unsigned i = 0; i < value_count; i++)
        if (strcmp(values[i].name, name) == 0)
            return &values[i];
    return NULL;
}

static struct program *program(const char *name)
{
    for (unsigned i = 0; i < program_count; i++)
        if (strcmp(programs[i].name, name) == 0)
            return &programs[i];
    if (program_count == MAX_PROGRAMS)
        die("too many programs", name);
    programs[program_count].name = copy(name);
    return &programs[program_count++];
}

static void read_line(const char *line)
{
    char name[64], mode[8];
    struct run r;
    double number;

    if (sscanf(line, "bench %31s %7s %lf %lf %lf %lf %lf %lf %lf %lf", name, mode, &r.cycles,
               &r.instructions, &r.event[ITLB], &r.event[DTLB], &r.event[ICACHE],
               &r.event[DCACHE], &r.event[MISPREDICTS], &r.event[IDLE]) == 10) {
        for (int m = 0; m < MODES; m++)
            if (strcmp(mode, mode_name[m]) == 0)
                program(name)->run[m] = r;
    } else if (sscanf(line, "%63s %lf", name, &number) == 2 && strchr(name, '.')) {
        set(name, number);
    }
}

static void read_file(const char *path)
{
    char line[256];
    FILE *in = fopen(path, "r");

    if (!in)
        die("cannot read", path);
    while (fgets(line, sizeof line, in))
        read_line(line);
    fclose(in);
}

static int in_mix(const char *name)
{
    for (unsigned i = 0; i < sizeof mix / sizeof mix[0]; i++)
        if (strcmp(mix[i], name) == 0)
            return 1;
    return 0;
}

static void set_program(const struct program *p)
{
    const struct run *r = &p->run[UPMAR];
    const struct { const char *name; double number; } parts[] = {
        { "ipc", r->instructions / r->cycles },
        { "cycles", r->cycles },
        { "instructions", r->instructions },
        { "mispredicts", r->event[MISPREDICTS] },
        { "mmu_cost", r->cycles / p->run[BARE].cycles },
    };
    char name[128];

    for (unsigned i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        snprintf(name, sizeof name, "bench.%s.%s", p->name, parts[i].name);
        set(name, parts[i].number);
    }
}

static void sum_up(void)
{
    struct run all[MODES] = {0}, mixed = {0};

    for (unsigned i = 0; i < program_count; i++) {
        for (int m = 0; m < MODES; m++) {
            if (programs[i].run[m].cycles == 0)
                die("a run is missing", programs[i].name);
            all[m].cycles += programs[i].run[m].cycles;
            all[m].instructions += programs[i].run[m].instructions;
        }
        if (in_mix(programs[i].name)) {
            mixed.cycles += programs[i].run[UPMAR].cycles;
            mixed.instructions += programs[i].run[UPMAR].instructions;
        }
        set_program(&programs[i]);
    }
    set("core.ipc", all[UPMAR].instructions / all[UPMAR].cycles);
    set("core.mix_ipc", mixed.instructions / mixed.cycles);
    set("core.mmu_cost", all[UPMAR].cycles / all[BARE].cycles);
    set("core.satp_mmu_cost", all[SATP].cycles / all[BARE].cycles);
}

static void print_programs(void)
{
    printf("Programs in U mode under upmar, 4 KiB pages, warm\n"
           "%-10s%14s%12s%8s%10s%18s%14s\n", "program", "instructions", "cycles", "IPC",
           "MMU cost", "mispredicts/1000", "cache misses");
    for (unsigned i = 0; i < program_count; i++) {
        const struct run *r = &programs[i].run[UPMAR];

        printf("%-10s%14.0f%12.0f%8.3f%10.4f%18.2f%14.0f\n", programs[i].name, r->instructions,
               r->cycles, r->instructions / r->cycles, r->cycles / programs[i].run[BARE].cycles,
               1000 * r->event[MISPREDICTS] / r->instructions,
               r->event[ICACHE] + r->event[DCACHE]);
    }
}

static void print_targets(void)
{
    printf("\n%-28s%14s%18s\n", "Targets", "measured", "target");
    for (unsigned i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        const struct target *t = &targets[i];
        const struct value *v = get(t->name);
        int met;

        if (!v)
            die("not measured", t->name);
        met = t->least ? v->number >= t->limit : v->number <= t->limit;
        printf("%-28s%14.10g  %-8s%8.10g   %s\n", v->name,
               (double)(long long)(v->number * 10000 + 0.5) / 10000,
               t->least ? "at least" : "at most", t->limit, met ? "met" : "MISSED");
    }
}

static int has_target(const char *name)
{
    for (unsigned i = 0; i < sizeof targets / sizeof targets[0]; i++)
        if (strcmp(targets[i].name, name) == 0)
            return 1;
    return 0;
}

static void print_rest(void)
{
    printf("\n%-42s%14s\n", "Others", "measured");
    for (unsigned i = 0; i < value_count; i++)
        if (!has_target(values[i].name) && strncmp(values[i].name, "bench.", 6) != 0)
            printf("%-42s%14.10g\n", values[i].name,
                   (double)(long long)(values[i].number * 10000 + 0.5) / 10000);
}

static void write_json(const char *path)
{
    FILE *out = fopen(path, "w");

    if (!out)
        die("cannot write", path);
    fprintf(out, "{\n");
    for (unsigned i = 0; i < value_count; i++)
        fprintf(out, "  \"%s\": %.10g%s\n", values[i].name, values[i].number,
                i + 1 < value_count ? "," : "");
    fprintf(out, "}\n");
    if (fclose(out) != 0)
        die("cannot write", path);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: report OUT.json FILE...\n");
        return 1;
    }
    for (int i = 2; i < argc; i++)
        read_file(argv[i]);
    sum_up();
    print_programs();
    print_targets();
    print_rest();
    write_json(argv[1]);
    return 0;
}

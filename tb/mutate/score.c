/* Runs the tests against mutants until one kills it, and keeps the verdicts.
 *
 *     score [options] SUITE LIST RESULTS
 *
 * SUITE has a line a run: "elf FILE" for the simulator, or "fuzz SEED PROGRAMS
 * PLACE" for random programs. Images are run in rising order of their cycles,
 * and random programs as if they took PLACE cycles. LIST is what choose wrote. RESULTS
 * gets a line a mutant: its number, the verdict, and the run that decided:
 *
 *     killed    a run ended otherwise than without the mutation
 *     counted   every run ended well, but a directed test took other cycles or
 *               counted other events, which test-counts does not let pass
 *     slower    only random programs did, whose counts nobody keeps
 *     survived  nothing differed
 *
 * Every mutant is asked with the tests that are aimed at its module; then
 * (--again --rest) those that no test told, with all others.
 *
 * Mutants that RESULTS has already are left out, so a run broken off goes on,
 * and survivors can be asked again (--again) when there are new tests.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_RUNS 2000
#define MAX_MUTANTS 4096
#define MAX_AIMS 40
#define MAX_MODULES 64
#define SHORT_CYCLES 15000 /* of a directed test for modules without aims */
#define MAX_COUNTS 1500  /* characters of a run's counts */
#define RUN_SECONDS 120  /* CPU time of one run */
#define SLACK_CYCLES 200000 /* above what twice the run takes: more than the deadlock limit */

struct run {
    char *kind, *what;       /* "elf" FILE, or "fuzz" SEED and PROGRAMS */
    unsigned programs;
    const char *dram;        /* option of the simulator */
    unsigned place;          /* of random programs among the rest */
    unsigned long long cycles;
    char counts[MAX_COUNTS]; /* without a mutation */
};

struct mutant {
    unsigned number;
    char *set, *machine, *module;
};

struct settings {
    const char *suite, *list, *results, *machines, *set, *module, *aim, *except;
    unsigned jobs, sample, only;
    bool again, rest;
};

static struct run runs[MAX_RUNS];
static unsigned run_count;
static struct mutant mutants[MAX_MUTANTS];
static unsigned mutant_count;
static struct settings settings = {.jobs = 2, .machines = "build/mutate", .results = "build/mutate/results"};
static atomic_uint *next_mutant; /* shared by the workers */

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "score: %s %s: %s\n", what, which, strerror(errno));
    exit(2);
}

static bool is_directed(const struct run *r)
{
    return strcmp(r->kind, "elf") == 0;
}

/* ---- One run */

/* Runs a program with its counts on a pipe. Returns the wait status. */
static int execute(const struct run *r, const struct mutant *m, char counts[MAX_COUNTS])
{
    char program[300], cycles[40], number[20], programs[40], seed[60];
    int pipe_ends[2], status;
    size_t length = 0;
    ssize_t n;
    pid_t child;

    if (pipe(pipe_ends) < 0)
        fail("pipe", "");
    snprintf(number, sizeof number, "%u", m->number);
    snprintf(program, sizeof program, "%s/%s-%s", settings.machines,
             is_directed(r) ? "machine" : "fuzz", m->machine);
    snprintf(cycles, sizeof cycles, "--cycles=%llu", 2 * r->cycles + SLACK_CYCLES);
    snprintf(seed, sizeof seed, "--seed=%s", r->what);
    snprintf(programs, sizeof programs, "--programs=%u", r->programs);
    fflush(NULL);
    child = fork();
    if (child < 0)
        fail("fork", "");
    if (child == 0) {
        struct rlimit limit = {RUN_SECONDS, RUN_SECONDS};
        int null = open("/dev/null", O_RDWR);

        setenv("GATEHOUSE_MUTANT", number, 1);
        setrlimit(RLIMIT_CPU, &limit);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        dup2(pipe_ends[1], 3);
        if (is_directed(r))
            execl(program, program, "--quiet", "--no-rerun", "--last=0", cycles, r->dram,
                  "--stats-json=/dev/fd/3", r->what, NULL);
        else
            execl(program, program, "--quiet", "--failures=1", "--last=0", seed, programs, NULL);
        _exit(127);
    }
    close(pipe_ends[1]);
    while (length < MAX_COUNTS - 1 &&
           (n = read(pipe_ends[0], counts + length, MAX_COUNTS - 1 - length)) > 0)
        length += (size_t)n;
    counts[length] = 0;
    close(pipe_ends[0]);
    if (waitpid(child, &status, 0) < 0)
        fail("waitpid", program);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        fail("cannot run", program);
    return status;
}

/* ---- The suite, and what it does without a mutation */

static void read_suite(void)
{
    FILE *f = fopen(settings.suite, "r");
    char line[600], kind[20], what[500];

    if (!f)
        fail("cannot open", settings.suite);
    while (fgets(line, sizeof line, f)) {
        unsigned programs = 0, place = 0;

        if (sscanf(line, "%19s %499s %u %u", kind, what, &programs, &place) < 2 || kind[0] == '#')
            continue;
        if (run_count == MAX_RUNS)
            fail("too many runs in", settings.suite);
        runs[run_count++] = (struct run){.kind = strdup(kind), .what = strdup(what),
                                         .programs = programs, .place = place};
    }
    fclose(f);
}

/* A run whose result is wrong without a mutation says nothing about mutants.
 * Most need little memory, and begin sooner with little. */
static void measure_suite(const char *machine)
{
    static const char *const sizes[] = {"--dram=1M", "--dram=16M", "--dram=1024M"};
    struct mutant none = {0, "", (char *)machine, ""};

    for (unsigned i = 0; i < run_count; i++) {
        struct run *r = &runs[i];
        unsigned size = 0;
        const char *at;

        r->cycles = 1000000000; /* no limit yet */
        r->dram = sizes[0];
        while (execute(r, &none, r->counts) != 0) {
            if (++size == sizeof sizes / sizeof *sizes) {
                fprintf(stderr, "score: %s fails without a mutation\n", r->what);
                exit(2);
            }
            r->dram = sizes[size];
        }
        at = strstr(r->counts, "\"cycles\": ");
        r->cycles = at ? strtoull(at + 10, NULL, 10) : r->place;
    }
}

static int by_length(const void *a, const void *b)
{
    const struct run *x = a, *y = b;

    return x->cycles < y->cycles ? -1 : x->cycles > y->cycles;
}


/* ---- Mutants */

static void read_list(void)
{
    FILE *f = fopen(settings.list, "r");
    char line[2000], set[40], machine[20], module[80];
    unsigned number, seen = 0;

    if (!f)
        fail("cannot open", settings.list);
    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "%u %39s %19s %79s", &number, set, machine, module) != 4)
            continue;
        if ((settings.set && strcmp(set, settings.set) != 0) ||
            (settings.module && strcmp(module, settings.module) != 0) ||
            (settings.only && number != settings.only))
            continue;
        if (settings.sample && seen++ % settings.sample)
            continue;
        if (mutant_count == MAX_MUTANTS)
            fail("too many mutants in", settings.list);
        mutants[mutant_count++] = (struct mutant){number, strdup(set), strdup(machine),
                                                  strdup(module)};
    }
    fclose(f);
}

/* Marks those that a file of verdicts has; all, or those that a test told. */
static void mark(const char *path, bool all, bool done[MAX_MUTANTS + 1])
{
    FILE *f = path ? fopen(path, "r") : NULL;
    char line[900], verdict[40];
    unsigned number;

    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "%u %39s", &number, verdict) == 2 && number <= MAX_MUTANTS &&
            (all || strcmp(verdict, "killed") == 0 || strcmp(verdict, "counted") == 0))
            done[number] = true;
    if (f)
        fclose(f);
}

/* Takes from the list what RESULTS has (--again: only what a test told), and
 * what is excepted. */
static void skip_done(void)
{
    static bool done[MAX_MUTANTS + 1];
    unsigned kept = 0;

    mark(settings.results, !settings.again, done);
    mark(settings.except, true, done);
    for (unsigned i = 0; i < mutant_count; i++)
        if (!done[mutants[i].number])
            mutants[kept++] = mutants[i];
    mutant_count = kept;
}

/* ---- Aims: which tests a module is asked with, if not all */

struct aim {
    char module[40];
    char names[400];
};

static struct aim aims[MAX_AIMS];
static unsigned aim_count;

static void read_aims(void)
{
    FILE *f = settings.aim ? fopen(settings.aim, "r") : NULL;
    char line[500];

    if (settings.aim && !f)
        fail("cannot open", settings.aim);
    while (f && fgets(line, sizeof line, f))
        if (line[0] != '#' && aim_count < MAX_AIMS &&
            sscanf(line, "%39s %399[^\n]", aims[aim_count].module, aims[aim_count].names) == 2)
            aim_count++;
    if (f)
        fclose(f);
}

static bool is_aimed(const struct run *r, const char *module)
{
    const char *name = strrchr(r->what, '/'), *word;

    if (!is_directed(r))
        return true;
    name = name ? name + 1 : r->what;
    for (unsigned i = 0; i < aim_count; i++) {
        if (strcmp(aims[i].module, module) != 0)
            continue;
        for (word = aims[i].names; *word; word += strspn(word, " ")) {
            size_t n = strcspn(word, " ");

            if (strncmp(name, word, n) == 0)
                return true;
            word += n;
        }
        return false;
    }
    return r->cycles <= SHORT_CYCLES;
}

static bool is_asked(const struct run *r, const char *module)
{
    return !settings.aim || is_aimed(r, module) != settings.rest;
}

/* ---- A worker: takes mutant after mutant. What killed the last mutant of a
 * module is tried first on its next. */

static void to_front(unsigned *order, unsigned place)
{
    unsigned run = order[place];

    memmove(order + 1, order, place * sizeof *order);
    order[0] = run;
}

static void judge(const struct mutant *m, unsigned *order)
{
    const struct run *differs = NULL; /* a directed test rather than a random program */
    char line[700], counts[MAX_COUNTS];
    int out, n;

    for (unsigned i = 0; i < run_count; i++) {
        const struct run *r = &runs[order[i]];
        int status;

        if (!is_asked(r, m->module))
            continue;
        status = execute(r, m, counts);
        if (status != 0) {
            n = snprintf(line, sizeof line, "%u killed %s %d\n", m->number, r->what,
                         WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
            to_front(order, i);
            goto said;
        }
        if ((!differs || (!is_directed(differs) && is_directed(r))) && strcmp(counts, r->counts) != 0)
            differs = r;
    }
    n = snprintf(line, sizeof line, "%u %s %s\n", m->number,
                 !differs ? "survived" : is_directed(differs) ? "counted" : "slower",
                 differs ? differs->what : "-");
said:
    out = open(settings.results, O_WRONLY | O_CREAT | O_APPEND, 0666);
    if (out < 0 || write(out, line, (size_t)n) != n || close(out) < 0)
        fail("cannot write", settings.results);
}

static void work(void)
{
    static unsigned order[MAX_MODULES][MAX_RUNS];
    static const char *modules[MAX_MODULES];
    unsigned i;

    while ((i = atomic_fetch_add(next_mutant, 1)) < mutant_count) {
        unsigned n = 0;

        while (modules[n] && strcmp(modules[n], mutants[i].module) != 0)
            if (++n == MAX_MODULES)
                fail("too many modules in", settings.list);
        if (!modules[n]) {
            modules[n] = mutants[i].module;
            for (unsigned k = 0; k < run_count; k++)
                order[n][k] = k;
        }
        judge(&mutants[i], order[n]);
    }
}

/* ---- Options */

static const struct argp_option table[] = {
    {"jobs", 'j', "N", 0, "Mutants at the same time (default 2)", 0},
    {"machines", 'm', "DIR", 0, "Where machine-X and fuzz-X are (default build/mutate)", 0},
    {"set", 's', "NAME", 0, "Only the mutants of a set", 0},
    {"module", 'M', "NAME", 0, "Only those of a module", 0},
    {"only", 'o', "NUMBER", 0, "Only this one", 0},
    {"sample", 'n', "N", 0, "Only one of N", 0},
    {"aim", 'q', "FILE", 0, "Ask modules with the tests named there only", 0},
    {"rest", 'r', 0, 0, "With all but the tests named there", 0},
    {"except", 'x', "FILE", 0, "Not those that are in a file of verdicts", 0},
    {"again", 'a', 0, 0, "Those that no test told", 0},
    {0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
    switch (key) {
    case 'j': settings.jobs = (unsigned)strtoul(arg, NULL, 10); break;
    case 'm': settings.machines = arg; break;
    case 's': settings.set = arg; break;
    case 'M': settings.module = arg; break;
    case 'o': settings.only = (unsigned)strtoul(arg, NULL, 10); break;
    case 'n': settings.sample = (unsigned)strtoul(arg, NULL, 10); break;
    case 'q': settings.aim = arg; break;
    case 'x': settings.except = arg; break;
    case 'r': settings.rest = true; break;
    case 'a': settings.again = true; break;
    case ARGP_KEY_ARG:
        if (state->arg_num > 2)
            argp_usage(state);
        *(state->arg_num == 0 ? &settings.suite : state->arg_num == 1 ? &settings.list
                                                                      : &settings.results) = arg;
        break;
    case ARGP_KEY_END:
        if (state->arg_num != 3 || !settings.jobs)
            argp_usage(state);
        break;
    default: return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

int main(int argc, char **argv)
{
    static const struct argp argp = {table, parse, "SUITE LIST RESULTS", NULL, 0, 0, 0};

    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    read_suite();
    read_aims();
    read_list();
    skip_done();
    if (!mutant_count)
        return 0;
    measure_suite(mutants[0].machine);
    qsort(runs, run_count, sizeof *runs, by_length);
    next_mutant = mmap(NULL, sizeof *next_mutant, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (next_mutant == MAP_FAILED)
        fail("mmap", "");
    for (unsigned i = 0; i < settings.jobs; i++) {
        pid_t child = fork();

        if (child < 0)
            fail("fork", "");
        if (child == 0) {
            work();
            return 0;
        }
    }
    for (unsigned i = 0; i < settings.jobs; i++) {
        int status;

        if (wait(&status) < 0 || status != 0)
            return 2;
    }
    return 0;
}

/* The fuzzer: programs from seeds, one after the other, until a limit; failures
 * are told at once, made small and saved; coverage is added up.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "coverage.h"
#include "image.h"
#include "minimise.h"
#include "observe.h"
#include "options.h"
#include "run.h"

#define MINIMISE_RUNS 3000

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void die(const char *what)
{
    fprintf(stderr, "fuzz: %s: %s\n", what, errno ? strerror(errno) : "not a file of that kind");
    exit(2);
}

static const char *kind_of(const struct run_result *r)
{
    return r->end == RUN_DEADLOCK ? "deadlock" : "mismatch";
}

/* ---- Failures */

/* The image and, beside it, the report with the command that repeats it. */
static void save(const struct options *o, const struct program *p, struct run_result r,
                 const char *program)
{
    char path[512];
    struct run_options report = {.last = 60};

    mkdir(o->save, 0777);
    snprintf(path, sizeof path, "%s/%llu.elf", o->save, (unsigned long long)p->seed);
    if (!image_write(p, path))
        die(path);
    snprintf(path, sizeof path, "%s/%llu.txt", o->save, (unsigned long long)p->seed);
    report.report = fopen(path, "w");
    if (!report.report)
        die(path);
    fprintf(report.report, "seed %llu, latency %u, ASID bits %u: %s after %llu instructions\n"
            "%s --stale-maps --dram=%uK --latency=%u %s/%llu.elf\n",
            (unsigned long long)p->seed, p->latency, run_asid_bits(), kind_of(&r),
            (unsigned long long)r.instructions, program, (unsigned)(FUZZ_DRAM_BYTES / 1024), p->latency,
            o->save, (unsigned long long)p->seed);
    run_program(p, &report);
    fclose(report.report);
    printf("saved as %s\n", path);
}

static void failed(const struct options *o, struct program *p, struct run_result r,
                   const char *self)
{
    struct run_options report = {.report = stdout, .last = o->last};

    printf("%s: seed %llu, latency %u: %s --seed=%llu --programs=1\n", kind_of(&r),
           (unsigned long long)p->seed, p->latency, self, (unsigned long long)p->seed);
    run_program(p, &report);
    fflush(stdout);
    if (!o->save)
        return;
    if (o->minimise)
        minimise(p, &r, MINIMISE_RUNS);
    save(o, p, r, "build/gatehouse");
    fflush(stdout);
}

/* ---- The campaign */

static bool go_on(const struct options *o, const struct coverage_run *run, double since)
{
    return !interrupted && run->mismatches < o->failures &&
           (!o->programs || run->programs < o->programs) &&
           (o->seconds == 0 || now() - since < o->seconds);
}

static void campaign(const struct options *o, struct coverage_run *run, const char *self)
{
    static struct program p;
    struct run_options watch = {.observe = observe, .last = 1};
    double since = now();
    uint64_t ends[RUN_DEADLOCK + 1] = {0}, random = 0, cycles = 0;

    signal(SIGINT, on_signal);
    signal(SIGTERM, on_signal);
    while (go_on(o, run, since)) {
        struct run_result r;

        program_generate(&p, o->seed + run->programs);
        if (o->latency >= 0)
            p.latency = (unsigned)o->latency;
        if (o->instructions)
            p.instructions = o->instructions;
        r = run_program(&p, &watch);
        run->programs++;
        run->instructions += r.instructions;
        ends[r.end]++;
        random += r.random;
        cycles += r.cycles;
        if (run_failed(&r)) {
            run->mismatches++;
            failed(o, &p, r, self);
        }
    }
    if (o->quiet)
        return;
    printf("seeds %llu to %llu, %.0f s; %llu programs ended early; %llu cycles, %.0f %% of the "
           "instructions in random code\n", (unsigned long long)o->seed,
           (unsigned long long)(o->seed + run->programs - 1), now() - since,
           (unsigned long long)(ends[RUN_STUCK] + ends[RUN_FINISHED]), (unsigned long long)cycles,
           run->instructions ? 100.0 * (double)random / (double)run->instructions : 0);
}

/* ---- Results */

static void write_json(const char *path, const struct coverage_run *run,
                       const struct coverage_summary *s)
{
    FILE *f = fopen(path, "w");

    if (!f)
        die(path);
    fprintf(f,
            "{\"instructions\": %llu, \"programs\": %llu, \"mismatches\": %llu,\n"
            " \"coverage_percent\": %.2f, \"cover_points\": %u, \"unreachable\": %u, \"hit\": %u}\n",
            (unsigned long long)run->instructions, (unsigned long long)run->programs,
            (unsigned long long)run->mismatches, coverage_percent(s), s->points, s->unreachable,
            s->hit);
    if (fclose(f) != 0)
        die(path);
}

static void results(const struct options *o, const struct coverage_run *run)
{
    struct coverage_summary s = coverage_summary();

    if (!o->quiet)
        printf("%llu instructions, %llu programs, %llu failures; %u of %u reachable cover points "
               "hit, %.2f %%\n",
               (unsigned long long)run->instructions, (unsigned long long)run->programs,
               (unsigned long long)run->mismatches, s.hit, s.points - s.unreachable,
               coverage_percent(&s));
    if (o->list)
        coverage_list(stdout);
    if (o->holes)
        coverage_holes(stdout);
    if (o->counts && !coverage_write(o->counts, run))
        die(o->counts);
    if (o->json)
        write_json(o->json, run, &s);
}

int main(int argc, char **argv)
{
    struct options o;
    struct coverage_run run = {0};
    char message[256];

    options_parse(&o, argc, argv);
    if (!coverage_init(o.holes_file, message)) {
        fprintf(stderr, "fuzz: %s\n", message);
        return 2;
    }
    if (o.merge) {
        for (char **file = o.merge; *file; file++)
            if (!coverage_add(*file, &run))
                die(*file);
    } else {
        if (!run_init(o.rom))
            die(o.rom);
        campaign(&o, &run, argv[0]);
        run_close();
    }
    results(&o, &run);
    return run.mismatches > 0;
}

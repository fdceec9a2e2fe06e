/* Times the simulator: runs one image a few times alone and in lockstep, in
 * turn, and prints the speed of the best run of each. What counts is processor
 * time, which on an idle host is the time that passes; the best of several runs is
 * the one that other programs disturbed least.
 * SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct best {
    double seconds;
    double cycles;
};

/* The image prints its cycles in a line `total CYCLES ...`; 0 if it did not. */
static double read_total(int from)
{
    char line[256];
    double cycles = 0;
    FILE *in = fdopen(from, "r");

    if (!in)
        return 0;
    while (fgets(line, sizeof line, in))
        sscanf(line, "total %lf", &cycles);
    fclose(in);
    return cycles;
}

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

/* Runs the program to its end; returns -1 if it failed. */
static int run(char *const argv[], struct best *best)
{
    int ends[2], status;
    double cycles, seconds;
    struct rusage usage;
    pid_t child;

    if (pipe(ends) < 0 || (child = fork()) < 0)
        return -1;
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[0], argv);
        _exit(127);
    }
    close(ends[1]);
    cycles = read_total(ends[0]);
    if (wait4(child, &status, 0, &usage) != child || status != 0 || cycles == 0)
        return -1;
    seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    if (best->seconds == 0 || seconds < best->seconds)
        *best = (struct best){ seconds, cycles };
    return 0;
}

int main(int argc, char **argv)
{
    struct best alone = {0}, lockstep = {0};
    unsigned long runs = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;

    if (runs == 0) {
        fprintf(stderr, "usage: timing RUNS SIMULATOR IMAGE\n");
        return 1;
    }
    for (; runs > 0; runs--)
        if (run((char *[]){ argv[2], "--quiet", "--no-lockstep", argv[3], NULL }, &alone) < 0 ||
            run((char *[]){ argv[2], "--quiet", argv[3], NULL }, &lockstep) < 0) {
            fprintf(stderr, "timing: %s fails on %s\n", argv[2], argv[3]);
            return 1;
        }
    printf("sim.cycles_per_second %.0f\n", alone.cycles / alone.seconds);
    printf("sim.lockstep_cycles_per_second %.0f\n", lockstep.cycles / lockstep.seconds);
    printf("sim.lockstep_slowdown %.3f\n", lockstep.seconds / alone.seconds);
    return 0;
}

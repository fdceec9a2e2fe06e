/* Times the simulator: runs one image a few times alone and in lockstep, in
 * turn, and prints the speed of the best run of each. Of several runs on a busy
 * machine the fastest is the one that was disturbed least.
 * SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct best {
    double seconds;
    double cycles;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Runs the command; the image prints its cycles in a line `total CYCLES ...`. */
static int run(const char *command, struct best *best)
{
    char line[256];
    double cycles = 0, start = now(), seconds;
    FILE *out = popen(command, "r");

    if (!out)
        return -1;
    while (fgets(line, sizeof line, out))
        sscanf(line, "total %lf", &cycles);
    if (pclose(out) != 0 || cycles == 0)
        return -1;
    seconds = now() - start;
    if (best->seconds == 0 || seconds < best->seconds)
        *best = (struct best){ seconds, cycles };
    return 0;
}

int main(int argc, char **argv)
{
    struct best alone = {0}, lockstep = {0};
    char command[2][1024];

    if (argc != 4 || atoi(argv[1]) < 1) {
        fprintf(stderr, "usage: timing RUNS SIMULATOR IMAGE\n");
        return 1;
    }
    snprintf(command[0], sizeof command[0], "%s --quiet --no-lockstep %s", argv[2], argv[3]);
    snprintf(command[1], sizeof command[1], "%s --quiet %s", argv[2], argv[3]);
    for (int i = atoi(argv[1]); i > 0; i--)
        if (run(command[0], &alone) < 0 || run(command[1], &lockstep) < 0) {
            fprintf(stderr, "timing: %s fails on %s\n", argv[2], argv[3]);
            return 1;
        }
    printf("sim.cycles_per_second %.0f\n", alone.cycles / alone.seconds);
    printf("sim.lockstep_cycles_per_second %.0f\n", lockstep.cycles / lockstep.seconds);
    printf("sim.lockstep_slowdown %.3f\n", lockstep.seconds / alone.seconds);
    return 0;
}

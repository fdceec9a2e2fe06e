/* The simulator as a program: what is said at the end, by which status it
 * ends, and the second run that makes a mismatch's waveform.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kanata.h"
#include "memory.h"
#include "simulation.h"

#define WAVE_BEFORE 300 /* cycles of waveform before a mismatch, and after it */
#define WAVE_AFTER 30
#define MAX_ARGS (16 + MAX_LISTED)

static int complain(const char *message, int status)
{
    fflush(stdout);
    fprintf(stderr, "gatehouse: %s\n", message);
    return status;
}

/* Waveforms are written by a second program, verilated for them, so that the
 * usual one need not be slower. Returns only if that cannot be run. */
static int run_tracing_program(char **argv)
{
    char program[600], message[700];

    execv(setup_self("-trace", program, sizeof program), argv);
    snprintf(message, sizeof message, "%s: %s; waveforms need it: make it first", program,
             strerror(errno));
    return complain(message, STATUS_INTERNAL);
}

/* The same machine again, without lockstep, with the waveform on from shortly
 * before the mismatch. */
static void rerun_for_wave(const struct options *o, uint64_t cycle)
{
    char self[600], beside[600], text[7][700], *argv[MAX_ARGS + MAX_LISTED];
    const char *path = o->mismatch_wave;
    char loads[MAX_LISTED][600];
    int n = 0, t = 0, status;
    pid_t child;

    if (!path)
        path = setup_beside("mismatch.fst", beside, sizeof beside);
    if (o->interactive || (o->uart_in && strcmp(o->uart_in, "-") == 0)) {
        fprintf(stderr, "no waveform: typed input cannot be repeated\n");
        return;
    }
    setup_self(verilated_can_wave() ? "" : "-trace", self, sizeof self);
    if (access(self, X_OK) < 0) {
        fprintf(stderr, "no waveform: %s is not built\n", self);
        return;
    }
    argv[n++] = self;
#define ARG(...) (snprintf(text[t], sizeof text[t], __VA_ARGS__), argv[n++] = text[t++])
    ARG("--wave=%s", path);
    ARG("--wave-from=%llu", (unsigned long long)(cycle > WAVE_BEFORE ? cycle - WAVE_BEFORE : 0));
    ARG("--cycles=%llu", (unsigned long long)(cycle + WAVE_AFTER));
    ARG("--dram=%u", o->dram_bytes);
    ARG("--latency=%u", o->latency);
    if (o->rom)
        ARG("--rom=%s", o->rom);
    if (o->uart_in)
        ARG("--uart-in=%s", o->uart_in);
#undef ARG
    argv[n++] = "--no-lockstep";
    argv[n++] = "--quiet";
    argv[n++] = "--uart-out=/dev/null";
    if (o->disk) {
        argv[n++] = "--snapshot";
        argv[n++] = "--disk";
        argv[n++] = (char *)o->disk;
    }
    for (unsigned i = 0; i < o->load_count; i++) {
        snprintf(loads[i], sizeof loads[i], "--load=%u=%s", o->loads[i].addr, o->loads[i].path);
        argv[n++] = loads[i];
    }
    argv[n++] = (char *)o->image;
    argv[n] = NULL;

    child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr)) /* it ends by its cycle limit, which is no news */
            execv(self, argv);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) ||
        WEXITSTATUS(status) != STATUS_CYCLE_LIMIT)
        fprintf(stderr, "no waveform: %s did not run\n", self);
    else
        fprintf(stderr, "waveform around the mismatch: %s\n", path);
}

static void write_signature(const struct setup *s)
{
    for (uint32_t at = s->signature_begin; at < s->signature_end; at += 4) {
        uint32_t word;

        memcpy(&word, memory_at(at, 4), 4);
        fprintf(s->signature_out, "%08x\n", word);
    }
}

static void say_outcome(const struct setup *s, const struct outcome *outcome)
{
    fflush(stdout);
    if (!outcome->by_program) {
        fprintf(stderr, "gatehouse: cycle %llu: %s\n", (unsigned long long)outcome->cycle,
                outcome->message);
        if (s->lockstep &&
            (outcome->status == STATUS_MISMATCH || outcome->status == STATUS_DEADLOCK))
            lockstep_report(s->lockstep, stderr, s->image);
    } else if (outcome->status && !s->options->quiet) {
        fprintf(stderr, "gatehouse: the program ended with %d\n", outcome->status);
    }
}

static bool write_results(struct setup *s, const struct stats *stats, const struct outcome *outcome)
{
    bool ok = true;

    if (s->events)
        ok = events_write(s->events, s->events_out, outcome->by_program ? outcome->status : -1);
    if (s->signature_out)
        write_signature(s);
    if (s->stats_json)
        stats_print_json(stats, s->stats_json);
    if (s->options->stats)
        stats_print(stats, stderr);
    return ok;
}

int main(int argc, char **argv)
{
    struct options options;
    struct setup setup;
    struct stats stats = {0};
    struct outcome outcome = {0};
    char message[SETUP_MESSAGE];
    enum exit_status status;
    bool written;

    options_parse(&options, argc, argv);
    kanata_prepare(&options);
    if (options.wave && !verilated_can_wave())
        return run_tracing_program(argv);

    status = setup_open(&setup, &options, message);
    if (status != STATUS_OK) {
        setup_close(&setup);
        return complain(message, status);
    }
    simulation_run(&setup, &stats, &outcome);
    say_outcome(&setup, &outcome);
    written = write_results(&setup, &stats, &outcome);
    written = setup_close(&setup) && written;
    if (options.kanata)
        written = kanata_write(&options) && written;

    if (outcome.status == STATUS_MISMATCH && !outcome.by_program && options.rerun)
        rerun_for_wave(&options, outcome.cycle);
    if (!written)
        return complain("an output file could not be written", STATUS_CANNOT_WRITE);
    return outcome.status;
}

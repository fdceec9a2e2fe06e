/* The reference model as a program: loads an image, runs it to its end, and
 * writes what was asked for on the way.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../tb/exit_status.h"
#include "common/describe.h"
#include "common/elf_image.h"
#include "common/events.h"
#include "model.h"
#include "refmodel_options.h"
#include "sdcard.h"

struct run {
    struct options o;
    struct elf_image *image;
    struct elf_image *symbols[MAX_LISTED];
    struct model *model;
    struct sdcard *disk;
    struct events *events;
    FILE *uart_in, *log;
    uint64_t insns;
};

static void complain(const char *what, const char *path)
{
    fprintf(stderr, "refmodel: %s %s: %s\n", what, path, strerror(errno));
}

static FILE *open_output(const char *path)
{
    FILE *f = strcmp(path, "-") == 0 ? stdout : fopen(path, "w");

    if (!f)
        complain("cannot write", path);
    return f;
}

static bool close_output(FILE *f, const char *path)
{
    bool bad = ferror(f);

    if ((f == stdout ? fflush(f) : fclose(f)) != 0)
        bad = true;
    if (bad)
        complain("cannot write", path);
    return !bad;
}

static void uart_out(void *ctx, uint8_t c)
{
    (void)ctx;
    putchar(c);
    fflush(stdout);
}

/* What has not come yet does not stop the machine. */
static int uart_in(void *ctx)
{
    struct run *run = ctx;
    struct pollfd ready = {.fd = fileno(run->uart_in), .events = POLLIN};
    unsigned char c;

    if (poll(&ready, 1, 0) <= 0 || read(ready.fd, &c, 1) != 1)
        return -1;
    return c;
}

static uint8_t *dram_at(struct run *run, uint32_t paddr, uint64_t size)
{
    uint64_t offset = (uint64_t)paddr - MODEL_DRAM_BASE;

    if (paddr < MODEL_DRAM_BASE || offset + size > run->o.dram_bytes)
        return NULL;
    return model_dram(run->model) + offset;
}

static const uint8_t *memory_for_events(void *ctx, uint32_t paddr, uint32_t size)
{
    return dram_at(ctx, paddr, size);
}

static bool put_segment(void *ctx, uint32_t addr, const uint8_t *data,
                        size_t filesz, size_t size)
{
    uint8_t *to = dram_at(ctx, addr, size);

    if (!to)
        return false;
    memcpy(to, data, filesz);
    memset(to + filesz, 0, size - filesz);
    return true;
}

static int image_status(enum elf_image_status s)
{
    static const int status[] = {
        [ELF_IMAGE_OK] = STATUS_OK,
        [ELF_IMAGE_CANNOT_OPEN] = STATUS_CANNOT_OPEN,
        [ELF_IMAGE_NOT_ELF] = STATUS_NOT_ELF,
        [ELF_IMAGE_WRONG_CLASS] = STATUS_WRONG_CLASS,
        [ELF_IMAGE_WRONG_MACHINE] = STATUS_WRONG_MACHINE,
        [ELF_IMAGE_TRUNCATED] = STATUS_TRUNCATED,
        [ELF_IMAGE_OUTSIDE] = STATUS_OUTSIDE_DRAM,
    };

    return status[s];
}

static int load_image(struct run *run)
{
    char message[ELF_IMAGE_MESSAGE];
    enum elf_image_status s;
    uint32_t tohost;

    s = elf_image_open(&run->image, run->o.image, message);
    if (s == ELF_IMAGE_OK)
        s = elf_image_load(run->image, put_segment, run, message);
    if (s != ELF_IMAGE_OK)
        fprintf(stderr, "refmodel: %s\n", message);
    else if (elf_image_symbol(run->image, "tohost", &tohost, NULL))
        model_set_tohost(run->model, tohost);
    return image_status(s);
}

static int load_file(struct run *run, const struct load_file *load)
{
    FILE *f = fopen(load->path, "rb");
    uint32_t addr = load->addr;
    int c;

    if (!f) {
        complain("cannot open", load->path);
        return STATUS_CANNOT_OPEN;
    }
    while ((c = getc(f)) != EOF) {
        uint8_t *to = dram_at(run, addr++, 1);

        if (!to) {
            fprintf(stderr, "refmodel: %s lies outside DRAM\n", load->path);
            fclose(f);
            return STATUS_OUTSIDE_DRAM;
        }
        *to = c;
    }
    if (ferror(f)) {
        complain("cannot read", load->path);
        fclose(f);
        return STATUS_CANNOT_OPEN;
    }
    fclose(f);
    return STATUS_OK;
}

/* The ROM's words, one hexadecimal number after another. */
static bool read_rom(struct run *run, FILE *f)
{
    uint32_t words[MODEL_ROM_BYTES / 4];
    size_t n = 0;

    while (n < sizeof words / sizeof *words && fscanf(f, "%" SCNx32, &words[n]) == 1)
        n++;
    model_set_rom(run->model, words, 4 * n);
    return n > 0;
}

/* Without --rom a missing rom.hex is no error: the model has a small ROM. */
static int load_rom(struct run *run)
{
    char path[PATH_MAX + sizeof "/rom.hex"];
    const char *name = run->o.rom;
    FILE *f;

    if (!name) {
        char self[PATH_MAX] = "";

        if (readlink("/proc/self/exe", self, sizeof self - 1) < 0)
            return STATUS_OK;
        snprintf(path, sizeof path, "%s/rom.hex", dirname(self));
        name = path;
    }
    f = fopen(name, "r");
    if (!f && !run->o.rom)
        return STATUS_OK;
    if (!f) {
        complain("cannot open", name);
        return STATUS_CANNOT_OPEN;
    }
    if (!read_rom(run, f)) {
        fprintf(stderr, "refmodel: %s holds no hexadecimal words\n", name);
        fclose(f);
        return STATUS_CANNOT_OPEN;
    }
    fclose(f);
    return STATUS_OK;
}

static int open_inputs(struct run *run)
{
    const struct options *o = &run->o;

    if (o->disk) {
        run->disk = o->snapshot ? sdcard_open_snapshot(o->disk)
                                : sdcard_open(o->disk, false);
        if (!run->disk) {
            complain("cannot use disk", o->disk);
            return STATUS_BAD_DISK;
        }
    }
    if (o->uart_in) {
        run->uart_in = strcmp(o->uart_in, "-") == 0 ? stdin
                                                    : fopen(o->uart_in, "rb");
        if (!run->uart_in) {
            complain("cannot open", o->uart_in);
            return STATUS_CANNOT_OPEN;
        }
    }
    return STATUS_OK;
}

static int add_event_names(struct run *run)
{
    const struct options *o = &run->o;
    char message[ELF_IMAGE_MESSAGE];

    for (unsigned i = 0; i < o->module_count; i++)
        events_name_module(run->events, strtoul(o->modules[i].key, NULL, 0),
                           o->modules[i].value);
    for (unsigned i = 0; i < o->symbol_count; i++) {
        enum elf_image_status s = elf_image_open(
            &run->symbols[i], o->symbols[i].value, message);

        if (s != ELF_IMAGE_OK) {
            fprintf(stderr, "refmodel: %s\n", message);
            return image_status(s);
        }
        events_add_symbols(run->events, o->symbols[i].key, run->symbols[i]);
    }
    return STATUS_OK;
}

static int open_outputs(struct run *run)
{
    const struct options *o = &run->o;

    if (o->log && !(run->log = open_output(o->log)))
        return STATUS_CANNOT_WRITE;
    if (o->events) {
        struct events_config config = {
            .image = run->image,
            .has_range = o->trace_va.end != 0,
            .range_begin = o->trace_va.begin,
            .range_end = o->trace_va.end,
            .memory = memory_for_events,
            .memory_ctx = run,
        };

        run->events = events_new(&config);
        if (!run->events) {
            fprintf(stderr, "refmodel: out of memory\n");
            return STATUS_INTERNAL;
        }
        return add_event_names(run);
    }
    return STATUS_OK;
}

static int prepare(struct run *run)
{
    int status = open_inputs(run);
    struct model_config config = {
        .dram_bytes = run->o.dram_bytes,
        .asid_bits = run->o.asid_bits,
        .sdcard = run->disk,
        .uart_out = uart_out,
        .uart_in = run->uart_in ? uart_in : NULL,
        .uart_ctx = run,
    };

    if (status)
        return status;
    run->model = model_new(&config);
    if (!run->model) {
        fprintf(stderr, "refmodel: out of memory\n");
        return STATUS_INTERNAL;
    }
    if ((status = load_image(run)) || (status = load_rom(run)))
        return status;
    for (unsigned i = 0; i < run->o.load_count; i++)
        if ((status = load_file(run, &run->o.loads[i])))
            return status;
    return open_outputs(run);
}

static int run_program(struct run *run)
{
    bool watched = run->log || run->events;
    struct retire r;

    while (!run->o.max_insns || run->insns < run->o.max_insns) {
        enum model_status s = model_step(run->model, watched ? &r : NULL);

        run->insns++;
        if (run->log) {
            r.cycle = run->insns; /* the model's time */
            describe_log(run->log, &r, run->image);
        }
        if (run->events)
            events_retire(run->events, &r);
        if (s == MODEL_EXIT)
            return model_exit_code(run->model);
        if (s == MODEL_RESET) /* a computer would start anew; a run ends */
            return STATUS_OK;
    }
    fprintf(stderr, "refmodel: the limit of %" PRIu64 " instructions was "
            "reached, at pc 0x%08" PRIx32 "\n", run->insns,
            model_pc(run->model));
    return STATUS_CYCLE_LIMIT;
}

static int write_signature(struct run *run, const char *path)
{
    uint32_t begin, end;
    const uint8_t *bytes;
    FILE *f;

    if (!elf_image_symbol(run->image, "begin_signature", &begin, NULL) ||
        !elf_image_symbol(run->image, "end_signature", &end, NULL)) {
        fprintf(stderr, "refmodel: %s has no begin_signature and "
                "end_signature\n", run->o.image);
        return STATUS_NO_SYMBOL;
    }
    bytes = dram_at(run, begin, end - begin);
    if (!bytes) {
        fprintf(stderr, "refmodel: the signature lies outside DRAM\n");
        return STATUS_NO_SYMBOL;
    }
    if (!(f = open_output(path)))
        return STATUS_CANNOT_WRITE;
    for (uint32_t i = 0; i + 4 <= end - begin; i += 4) {
        uint32_t word;

        memcpy(&word, bytes + i, sizeof word);
        fprintf(f, "%08" PRIx32 "\n", word);
    }
    return close_output(f, path) ? STATUS_OK : STATUS_CANNOT_WRITE;
}

/* A failure to write matters even where the program itself ended well. */
static int finish(struct run *run, int status)
{
    int failed = STATUS_OK;

    if (run->log && !close_output(run->log, run->o.log))
        failed = STATUS_CANNOT_WRITE;
    if (run->events) {
        FILE *f = open_output(run->o.events);

        if (!f || !events_write(run->events, f, status) ||
            !close_output(f, run->o.events))
            failed = STATUS_CANNOT_WRITE;
    }
    if (run->o.signature && status != STATUS_CYCLE_LIMIT && !failed)
        failed = write_signature(run, run->o.signature);
    return failed ? failed : status;
}

static void say_stats(const struct run *run, const struct timespec *start)
{
    struct timespec now;
    double seconds;

    clock_gettime(CLOCK_MONOTONIC, &now);
    seconds = (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
    fprintf(stderr, "refmodel: %" PRIu64 " instructions in %.2f s, "
            "%.1f million a second\n", run->insns, seconds,
            (double)run->insns / seconds / 1e6);
}

int main(int argc, char **argv)
{
    struct run run = {0};
    struct timespec start;
    int status;

    options_parse(&run.o, argc, argv);
    status = prepare(&run);
    if (!status) {
        clock_gettime(CLOCK_MONOTONIC, &start);
        status = finish(&run, run_program(&run));
        if (run.o.stats)
            say_stats(&run, &start);
    }

    events_free(run.events);
    model_free(run.model);
    sdcard_close(run.disk);
    for (unsigned i = 0; i < run.o.symbol_count; i++)
        elf_image_close(run.symbols[i]);
    elf_image_close(run.image);
    return status;
}

/* Damaged files for the simulator: ELF images and SD card images, changed at
 * random but repeatably, are given to its real main(), which is linked in with
 * AddressSanitizer and UndefinedBehaviorSanitizer. Each run is a child process.
 *
 *     badfiles --seed=N --count=N --elf=FILE... --disk=IMAGE.elf:FILE... -- OPTIONS
 *
 * Good is: the program's own end, or one line on standard error with one of
 * the simulator's statuses. Bad is: a report of a sanitizer (a crash, undefined
 * behaviour, a leak), a signal, no end in time, a status without its line, or a
 * disagreement with the reference model. The bad file is kept, with the seed.
 * SPDX-License-Identifier: ISC */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../exit_status.h"
#include "../fuzz/rng.h"

int simulator_main(int argc, char **argv); /* the simulator's main, renamed */
const char *__asan_default_options(void);

#define MAX_SOURCES 16
#define MAX_OPTIONS 16
#define MAX_BYTES (8u << 20)
#define SECONDS 60
#define SECTOR 512
#define STATUSES 256

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:detect_leaks=1:exitcode=99";
}

struct source {
    const char *path;
    const char *image;  /* for a disk: the program that reads it */
    uint8_t *bytes;
    size_t size;
};

struct file {
    uint8_t *bytes;
    size_t size;
    bool sparse; /* a disk: damage goes where something is written */
};

static struct source sources[MAX_SOURCES];
static unsigned source_count;
static char *options[MAX_OPTIONS];
static int option_count;
static const char *work = "build/robust/files";
static struct rng rng;
static unsigned ends[STATUSES];

_Noreturn static void die(const char *what)
{
    fprintf(stderr, "badfiles: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* ---- Chance */

static size_t below(size_t n)
{
    return n ? (size_t)(rng_long(&rng) % n) : 0;
}

static uint32_t awkward(const struct file *f)
{
    static const uint32_t values[] = {
        0, 1, 2, 3, 4, 7, 0x7F, 0x80, 0xFF, 0x100, 0xFFF, 0x1000, 0x7FFF, 0x8000, 0xFFFF, 0x10000,
        0x7FFFFFFF, 0x80000000, 0x80000001, 0x80100000, 0x80FFFFFF, 0xFFFFF000, 0xFFFFFFFC,
        0xFFFFFFFE, 0xFFFFFFFF,
    };
    size_t n = sizeof values / sizeof *values;

    switch (below(4)) {
    case 0: return (uint32_t)rng_long(&rng);
    case 1: return (uint32_t)(f->size + below(9) - 4);
    default: return values[below(n)];
    }
}

/* ---- Damage */

/* Where damage goes: any byte; of a disk, one of a sector that is not empty. */
static size_t place(const struct file *f)
{
    size_t sectors = f->size / SECTOR, from, i;

    if (!f->sparse || !sectors)
        return below(f->size);
    from = below(sectors);
    for (size_t n = 0; n < sectors; n++) {
        const uint8_t *sector = f->bytes + (from + n) % sectors * SECTOR;

        for (i = 0; i < SECTOR && !sector[i]; i++)
            ;
        if (i < SECTOR)
            return (size_t)(sector - f->bytes) + below(SECTOR);
    }
    return below(f->size);
}

static void put_word(struct file *f, size_t at, uint32_t value, size_t width)
{
    if (at + width <= f->size)
        memcpy(f->bytes + at, &value, width);
}

static void flip_bits(struct file *f)
{
    for (size_t n = 1 + below(8); n > 0 && f->size; n--)
        f->bytes[place(f)] ^= (uint8_t)(1u << below(8));
}

static void set_words(struct file *f)
{
    for (size_t n = 1 + below(4); n > 0 && f->size; n--)
        put_word(f, place(f), awkward(f), (size_t)1 << below(3));
}

static void cut_end(struct file *f)
{
    f->size = below(4) ? below(f->size + 1) : f->size - below(f->size < 64 ? f->size + 1 : 64);
}

static void grow(struct file *f)
{
    size_t more = below(below(4) ? 64 : 70000);

    if (f->size + more > MAX_BYTES)
        return;
    for (size_t i = 0; i < more; i++)
        f->bytes[f->size + i] = (uint8_t)rng_long(&rng);
    f->size += more;
}

static void move_part(struct file *f)
{
    size_t n = below(f->size / 2 + 1), from = below(f->size - n + 1), to = below(f->size - n + 1);

    memmove(f->bytes + to, f->bytes + from, n);
}

/* A field of the ELF header, or of one entry of a table that it names. */
static void damage_header(struct file *f)
{
    Elf32_Ehdr eh;
    size_t at, width = 4;

    if (f->size < sizeof eh)
        return;
    memcpy(&eh, f->bytes, sizeof eh);
    switch (below(3)) {
    case 0:
        at = below(sizeof eh);
        width = at < 24 || at >= 40 ? 2 : 4;
        at -= at % width;
        break;
    case 1:
        at = eh.e_phoff + below(eh.e_phnum * sizeof(Elf32_Phdr) / 4) * 4;
        break;
    default:
        at = eh.e_shoff + below(eh.e_shnum * sizeof(Elf32_Shdr) / 4) * 4;
        break;
    }
    put_word(f, at, awkward(f), width);
}

static void damage(struct file *f, bool elf)
{
    for (size_t n = 1 + below(elf ? 3 : 12); n > 0; n--)
        switch (below(elf ? 12 : 6)) {
        case 0: flip_bits(f); break;
        case 1: set_words(f); break;
        case 2: if (elf || !below(10)) cut_end(f); break;
        case 3: if (elf || !below(10)) grow(f); break;
        case 4: if (elf || !below(10)) move_part(f); break;
        case 5: flip_bits(f); break;
        default: damage_header(f); break;
        }
}

/* ---- A run and its judgement */

static void write_file(const char *path, const struct file *f)
{
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (out < 0 || write(out, f->bytes, f->size) != (ssize_t)f->size || close(out) < 0)
        die(path);
}

_Noreturn static void child(const struct source *s, const char *path, const char *errors)
{
    char *argv[MAX_OPTIONS + 8], disk[600];
    int n = 0, in = open("/dev/null", O_RDONLY), out = open("/dev/null", O_WRONLY);
    int err = open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    dup2(in, 0);
    dup2(out, 1);
    dup2(err, 2);
    alarm(SECONDS);
    argv[n++] = (char *)"simulator";
    for (int i = 0; i < option_count; i++)
        argv[n++] = options[i];
    if (s->image) {
        snprintf(disk, sizeof disk, "--disk=%s", path);
        argv[n++] = disk;
    }
    argv[n++] = (char *)(s->image ? s->image : path);
    argv[n] = NULL;
    exit(simulator_main(n, argv));
}

/* What the run said; counts its lines. */
static char *errors_said(const char *path, unsigned *lines)
{
    static char text[8192];
    FILE *f = fopen(path, "r");
    size_t n;

    *lines = 0;
    if (!f)
        die(path);
    n = fread(text, 1, sizeof text - 1, f);
    text[n] = 0;
    fclose(f);
    for (char *p = text; (p = strchr(p, '\n')); p++)
        ++*lines;
    return text;
}

/* NULL if the end was a good one. */
static const char *what_is_wrong(int status, const char *said, unsigned lines)
{
    int code = WEXITSTATUS(status);

    if (strstr(said, "Sanitizer") || strstr(said, "runtime error"))
        return "a sanitizer reports";
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGALRM ? "it does not end" : "it dies of a signal";
    ends[code]++;
    if (code == STATUS_MISMATCH)
        return "RTL and model differ";
    if (code >= STATUS_USAGE && lines == 0)
        return "a status and no word";
    if (code >= STATUS_CANNOT_OPEN && code <= STATUS_NO_SYMBOL && lines != 1)
        return "not one line";
    return NULL;
}

static bool one(uint64_t seed)
{
    char path[300], errors[320];
    struct source *s;
    struct file f;
    const char *wrong, *said;
    unsigned lines;
    int status;
    pid_t pid;

    rng.state = seed * UINT64_C(0x2545F4914F6CDD1D) + 1;
    s = &sources[below(source_count)];
    f = (struct file){malloc(MAX_BYTES), s->size, s->image != NULL};
    if (!f.bytes)
        die("memory");
    memcpy(f.bytes, s->bytes, s->size);
    damage(&f, !s->image);
    snprintf(path, sizeof path, "%s/%d", work, (int)getpid());
    snprintf(errors, sizeof errors, "%s.err", path);
    write_file(path, &f);
    fflush(NULL);
    pid = fork();
    if (pid < 0)
        die("fork");
    if (pid == 0) {
        free(f.bytes);
        child(s, path, errors);
    }
    if (waitpid(pid, &status, 0) < 0)
        die("waitpid");
    said = errors_said(errors, &lines);
    wrong = what_is_wrong(status, said, lines);
    if (wrong) {
        char kept[400];

        snprintf(kept, sizeof kept, "%s/bad-%llu", work, (unsigned long long)seed);
        write_file(kept, &f);
        printf("FAIL seed %llu: %s: %s (from %s, status 0x%x): %.300s\n", (unsigned long long)seed,
               kept, wrong, s->path, (unsigned)status, said);
    }
    free(f.bytes);
    unlink(path);
    unlink(errors);
    return !wrong;
}

/* ---- Setting out */

static void add_source(char *path, bool disk)
{
    struct source *s = &sources[source_count++];
    char *colon = disk ? strchr(path, ':') : NULL;
    FILE *f;
    struct stat st;

    if (source_count == MAX_SOURCES || (disk && !colon))
        die("sources");
    if (colon) {
        *colon = 0;
        s->image = path;
        path = colon + 1;
    }
    s->path = path;
    f = fopen(path, "rb");
    if (!f || fstat(fileno(f), &st) < 0 || (size_t)st.st_size > MAX_BYTES / 2)
        die(path);
    s->size = (size_t)st.st_size;
    s->bytes = malloc(s->size + 1);
    if (!s->bytes || fread(s->bytes, 1, s->size, f) != s->size)
        die(path);
    fclose(f);
}

static void summary(uint64_t seed, unsigned count, unsigned failed)
{
    printf("%u damaged files, seeds %llu to %llu, %u bad\n", count, (unsigned long long)seed,
           (unsigned long long)(seed + count - 1), failed);
    for (unsigned i = 0; i < STATUSES; i++) {
        const char *text = i < STATUS_USAGE ? "the program's own end" : "";

#define X(name, number, words) if (i == (number)) text = (words);
        EXIT_STATUSES(X)
#undef X
        if (ends[i])
            printf("%6u status %3u %s\n", ends[i], i, text);
    }
}

int main(int argc, char **argv)
{
    uint64_t seed = 1;
    unsigned count = 100, failed = 0;

    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--seed=", 7) == 0)
            seed = strtoull(argv[i] + 7, NULL, 10);
        else if (strncmp(argv[i], "--count=", 8) == 0)
            count = (unsigned)strtoul(argv[i] + 8, NULL, 10);
        else if (strncmp(argv[i], "--elf=", 6) == 0)
            add_source(argv[i] + 6, false);
        else if (strncmp(argv[i], "--disk=", 7) == 0)
            add_source(argv[i] + 7, true);
        else if (strcmp(argv[i], "--") == 0)
            while (++i < argc && option_count < MAX_OPTIONS)
                options[option_count++] = argv[i];
        else {
            fprintf(stderr, "badfiles: what is %s?\n", argv[i]);
            return 2;
        }
    }
    if (!source_count)
        die("no sources");
    mkdir(work, 0777);
    for (unsigned i = 0; i < count; i++)
        failed += !one(seed + i);
    summary(seed, count, failed);
    for (unsigned i = 0; i < source_count; i++)
        free(sources[i].bytes);
    return failed > 0;
}

/* See setup.h.
 * SPDX-License-Identifier: ISC */
#include "setup.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../sim/model.h"
#include "memory.h"

__attribute__((format(printf, 3, 4)))
static enum exit_status fail(enum exit_status status, char *message, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(message, SETUP_MESSAGE, fmt, ap);
    va_end(ap);
    return status;
}

/* ---- Files beside the program */

char *setup_self(const char *suffix, char *buf, size_t size)
{
    char path[512];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);

    path[n > 0 ? n : 0] = 0;
    snprintf(buf, size, "%s%s", path, suffix);
    return buf;
}

char *setup_beside(const char *name, char *buf, size_t size)
{
    char *slash;

    setup_self("", buf, size);
    slash = strrchr(buf, '/');
    if (slash)
        *slash = 0;
    snprintf(buf + strlen(buf), size - strlen(buf), "/%s", name);
    return buf;
}

/* ---- Parts, in the order in which they are opened */

static enum exit_status status_of(enum elf_image_status status)
{
    switch (status) {
    case ELF_IMAGE_OK: return STATUS_OK;
    case ELF_IMAGE_CANNOT_OPEN: return STATUS_CANNOT_OPEN;
    case ELF_IMAGE_NOT_ELF: return STATUS_NOT_ELF;
    case ELF_IMAGE_WRONG_CLASS: return STATUS_WRONG_CLASS;
    case ELF_IMAGE_WRONG_MACHINE: return STATUS_WRONG_MACHINE;
    case ELF_IMAGE_TRUNCATED: return STATUS_TRUNCATED;
    case ELF_IMAGE_OUTSIDE: return STATUS_OUTSIDE_DRAM;
    }
    return STATUS_INTERNAL;
}

static enum exit_status load_raw(const struct load_file *load, char *message)
{
    FILE *f = fopen(load->path, "rb");
    uint8_t *at = memory_at(load->addr, 0);
    size_t room, got;
    bool more;

    if (!f)
        return fail(STATUS_CANNOT_OPEN, message, "%s: %s", load->path, strerror(errno));
    if (!at) {
        fclose(f);
        return fail(STATUS_OUTSIDE_DRAM, message, "%s: address 0x%08x lies outside DRAM",
                    load->path, load->addr);
    }
    room = memory_size() - (load->addr - DRAM_BASE);
    got = fread(at, 1, room, f);
    more = got == room && getc(f) != EOF;
    if (ferror(f)) {
        fclose(f);
        return fail(STATUS_CANNOT_OPEN, message, "%s: %s", load->path, strerror(errno));
    }
    fclose(f);
    if (more)
        return fail(STATUS_OUTSIDE_DRAM, message, "%s: from 0x%08x on it does not fit into DRAM",
                    load->path, load->addr);
    return STATUS_OK;
}

static enum exit_status load_images(struct setup *s, char *message)
{
    const struct options *o = s->options;
    enum elf_image_status status;

    status = elf_image_open(&s->image, o->image, message);
    if (status != ELF_IMAGE_OK)
        return status_of(status);
    if (!memory_new(o->dram_bytes))
        return fail(STATUS_INTERNAL, message, "no memory for a DRAM of that size");
    status = elf_image_load(s->image, memory_put, NULL, message);
    if (status != ELF_IMAGE_OK)
        return status_of(status);
    for (unsigned i = 0; i < o->load_count; i++) {
        enum exit_status result = load_raw(&o->loads[i], message);

        if (result != STATUS_OK)
            return result;
    }
    for (unsigned i = 0; i < o->symbol_count; i++) {
        status = elf_image_open(&s->symbols[i], o->symbols[i].value, message);
        if (status != ELF_IMAGE_OK)
            return status_of(status);
    }
    s->has_tohost = elf_image_symbol(s->image, "tohost", &s->tohost, NULL);
    if (o->signature &&
        (!elf_image_symbol(s->image, "begin_signature", &s->signature_begin, NULL) ||
         !elf_image_symbol(s->image, "end_signature", &s->signature_end, NULL)))
        return fail(STATUS_NO_SYMBOL, message, "%s: no begin_signature and end_signature", o->image);
    if (o->signature && (s->signature_end < s->signature_begin ||
                         !memory_at(s->signature_begin, s->signature_end - s->signature_begin)))
        return fail(STATUS_NO_SYMBOL, message, "%s: the signature lies outside DRAM", o->image);
    return STATUS_OK;
}

static enum exit_status open_output(FILE **f, const char *path, char *message)
{
    if (!path)
        return STATUS_OK;
    *f = strcmp(path, "-") == 0 ? stdout : fopen(path, "w");
    if (!*f)
        return fail(STATUS_CANNOT_WRITE, message, "%s: %s", path, strerror(errno));
    return STATUS_OK;
}

static enum exit_status open_files(struct setup *s, char *message)
{
    const struct options *o = s->options;
    const struct {
        FILE **f;
        const char *path;
    } outputs[] = {
        {&s->events_out, o->events}, {&s->log, o->log},
        {&s->retire_trace, o->retire_trace}, {&s->signature_out, o->signature},
        {&s->stats_json, o->stats_json},
    };
    FILE *in = NULL, *out = stdout;
    enum exit_status status;

    for (size_t i = 0; i < sizeof outputs / sizeof outputs[0]; i++)
        if ((status = open_output(outputs[i].f, outputs[i].path, message)) != STATUS_OK)
            return status;
    if (o->uart_out && (status = open_output(&out, o->uart_out, message)) != STATUS_OK)
        return status;
    if (o->uart_in) {
        in = strcmp(o->uart_in, "-") == 0 ? stdin : fopen(o->uart_in, "rb");
        if (!in)
            return fail(STATUS_CANNOT_OPEN, message, "%s: %s", o->uart_in, strerror(errno));
    }
    console_init(&s->console, in, out, o->interactive);
    s->console.until = o->until;
    return STATUS_OK;
}

/* A copy of the disk image that vanishes when it is closed. */
static struct sdcard *open_snapshot(const char *path)
{
    FILE *from = fopen(path, "rb");
    char copy[] = "/tmp/gatehouse-disk-XXXXXX", block[65536];
    int fd;
    size_t n;
    struct sdcard *card = NULL;
    bool ok = true;

    if (!from)
        return NULL;
    fd = mkstemp(copy);
    while (fd >= 0 && ok && (n = fread(block, 1, sizeof block, from)) > 0)
        ok = write(fd, block, n) == (ssize_t)n;
    if (fd >= 0 && ok && !ferror(from))
        card = sdcard_open(copy, false);
    if (fd >= 0) {
        int keep = errno;

        close(fd);
        unlink(copy);
        errno = keep;
    }
    fclose(from);
    return card;
}

static enum exit_status open_disk(struct setup *s, char *message)
{
    const struct options *o = s->options;

    if (!o->disk)
        return STATUS_OK;
    s->card = o->snapshot ? open_snapshot(o->disk) : sdcard_open(o->disk, false);
    if (!s->card)
        return fail(STATUS_BAD_DISK, message, "%s: %s", o->disk,
                    errno == EINVAL ? "not a disk image: empty, or larger than a card can be"
                                    : strerror(errno));
    return STATUS_OK;
}

static enum exit_status open_rom(struct setup *s, char *temporary, char *message)
{
    char beside[600];
    const char *path = s->options->rom;

    if (!path)
        path = setup_beside("rom.hex", beside, sizeof beside);
    errno = 0;
    if (!boot_rom_read(path, s->rom))
        return fail(STATUS_CANNOT_OPEN, message, "boot ROM %s: %s", path,
                    errno ? strerror(errno) : "not hexadecimal words, or more than 1024");
    boot_rom_set_memory(s->rom, s->options->dram_bytes);
    if (!boot_rom_write_temporary(s->rom, temporary))
        return fail(STATUS_CANNOT_WRITE, message, "%s: %s", temporary, strerror(errno));
    return STATUS_OK;
}

static enum exit_status open_machine(struct setup *s, char *message)
{
    const struct options *o = s->options;
    char rom[BOOT_ROM_PATH] = "";
    enum exit_status status = open_rom(s, rom, message);

    s->watched = o->lockstep || o->stats || o->wave || s->stats_json || s->log || s->events_out ||
                 s->retire_trace;
    if (status == STATUS_OK)
        s->machine = verilated_new(rom, s->watched);
    if (rom[0])
        unlink(rom);
    if (status != STATUS_OK)
        return status;
    if (o->wave && !verilated_wave_open(s->machine, o->wave))
        return fail(STATUS_CANNOT_WRITE, message, "%s: cannot write the waveform", o->wave);
    if (o->lockstep) {
        s->lockstep = lockstep_new(verilated_asid_bits(s->machine), s->rom, sizeof s->rom, o->last);
        if (!s->lockstep)
            return fail(STATUS_INTERNAL, message, "no memory for the reference model");
        model_set_stale_maps(lockstep_model(s->lockstep), o->stale_maps);
    }
    return STATUS_OK;
}

static const uint8_t *initial_memory(void *ctx, uint32_t paddr, uint32_t size)
{
    (void)ctx;
    return memory_at(paddr, size);
}

static enum exit_status open_events(struct setup *s, char *message)
{
    const struct options *o = s->options;
    struct events_config config = {
        .image = s->image,
        .has_range = o->trace_va.end != 0,
        .range_begin = o->trace_va.begin,
        .range_end = o->trace_va.end,
        .memory = initial_memory,
    };

    if (!s->events_out)
        return STATUS_OK;
    s->events = events_new(&config);
    if (!s->events)
        return fail(STATUS_INTERNAL, message, "no memory for the event trace");
    for (unsigned i = 0; i < o->module_count; i++)
        events_name_module(s->events, (unsigned)strtoul(o->modules[i].key, NULL, 0),
                           o->modules[i].value);
    for (unsigned i = 0; i < o->symbol_count; i++)
        events_add_symbols(s->events, o->symbols[i].key, s->symbols[i]);
    return STATUS_OK;
}

enum exit_status setup_open(struct setup *s, const struct options *o, char message[SETUP_MESSAGE])
{
    enum exit_status status;

    *s = (struct setup){.options = o};
    if ((status = load_images(s, message)) != STATUS_OK ||
        (status = open_disk(s, message)) != STATUS_OK ||
        (status = open_files(s, message)) != STATUS_OK ||
        (status = open_machine(s, message)) != STATUS_OK)
        return status;
    return open_events(s, message);
}

static bool close_output(FILE *f)
{
    bool ok;

    if (!f)
        return true;
    ok = !ferror(f);
    return (f == stdout ? fflush(f) : fclose(f)) == 0 && ok;
}

bool setup_close(struct setup *s)
{
    bool ok = true;

    verilated_free(s->machine);
    lockstep_free(s->lockstep);
    events_free(s->events);
    if (s->card)
        sdcard_close(s->card);
    for (unsigned i = 0; i < MAX_LISTED; i++)
        elf_image_close(s->symbols[i]);
    elf_image_close(s->image);
    memory_free();
    ok = close_output(s->events_out) && ok;
    ok = close_output(s->log) && ok;
    ok = close_output(s->retire_trace) && ok;
    ok = close_output(s->signature_out) && ok;
    ok = close_output(s->stats_json) && ok;
    return console_close(&s->console) && ok;
}

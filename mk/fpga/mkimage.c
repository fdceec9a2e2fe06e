/* What a board's boot ROM loads (rtl/board/boot/load.c), from an ELF.
 *
 *   mkimage image.elf OUT                     the stream itself, to be sent
 *   mkimage --card [--disk=FILE] image.elf OUT   an SD card's content: the disk at its start, the stream at 16 MiB
 * SPDX-License-Identifier: ISC */
#include <argp.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/elf_image.h"

#define SECTOR 512
#define BOOT_OFFSET (32768L * SECTOR)
#define MAX_SEGMENTS 8 /* as the boot ROM takes */

struct arguments {
    bool card;
    const char *disk, *elf, *out;
};

struct segment {
    uint32_t addr;
    const uint8_t *data;
    size_t size;
};

struct image {
    struct segment segment[MAX_SEGMENTS];
    uint32_t segments;
    FILE *out;
    uint32_t sum;
    long bytes; /* of the stream so far */
};

__attribute__((format(printf, 1, 2))) static _Noreturn void fail(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("mkimage: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

static bool take_segment(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz, size_t size)
{
    struct image *image = ctx;
    (void)size;
    if (!filesz)
        return true;
    if (image->segments == MAX_SEGMENTS)
        fail("more than %d segments", MAX_SEGMENTS);
    image->segment[image->segments++] = (struct segment){addr, data, filesz};
    return true;
}

static void put(struct image *image, const uint8_t *data, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        image->sum = (image->sum << 1 | image->sum >> 31) + data[i];
        putc(data[i], image->out);
    }
    image->bytes += (long)n;
}

static void put_word(struct image *image, uint32_t w)
{
    const uint8_t bytes[4] = {(uint8_t)w, (uint8_t)(w >> 8), (uint8_t)(w >> 16), (uint8_t)(w >> 24)};
    put(image, bytes, sizeof bytes);
}

/* The stream, from where the file stands. The sum goes before what it is of. */
static void write_stream(struct image *image, uint32_t entry)
{
    long start = ftell(image->out);
    put(image, (const uint8_t *)"GHBT", 4);
    put_word(image, 0);
    image->sum = 0;
    put_word(image, entry);
    put_word(image, image->segments);
    for (uint32_t i = 0; i < image->segments; i++) {
        put_word(image, image->segment[i].addr);
        put_word(image, (uint32_t)image->segment[i].size);
    }
    for (uint32_t i = 0; i < image->segments; i++)
        put(image, image->segment[i].data, image->segment[i].size);
    uint32_t sum = image->sum;
    fseek(image->out, start + 4, SEEK_SET);
    put_word(image, sum);
    fseek(image->out, 0, SEEK_END);
}

static void copy_disk(const char *path, FILE *out)
{
    FILE *in = fopen(path, "rb");
    int c;
    if (!in)
        fail("%s: %s", path, strerror(errno));
    while ((c = getc(in)) != EOF)
        putc(c, out);
    fclose(in);
    if (ftell(out) > BOOT_OFFSET)
        fail("%s: the disk reaches into the image's place at 16 MiB", path);
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'c':
        arguments->card = true;
        return 0;
    case 'd':
        arguments->disk = text;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num == 0)
            arguments->elf = text;
        else if (state->arg_num == 1)
            arguments->out = text;
        else
            argp_usage(state);
        return 0;
    case ARGP_KEY_END:
        if (state->arg_num != 2 || (arguments->disk && !arguments->card))
            argp_usage(state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int main(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"card", 'c', NULL, 0, "an SD card's content, the image at 16 MiB", 0},
        {"disk", 'd', "FILE", 0, "what lies at the card's start", 0},
        {0},
    };
    static const struct argp argp = {options, parse, "image.elf OUT",
                                     "What a board's boot ROM loads, from an ELF", NULL, NULL, NULL};
    struct arguments arguments = {0};
    struct image image = {0};
    struct elf_image *elf;
    char message[ELF_IMAGE_MESSAGE];

    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (elf_image_open(&elf, arguments.elf, message) ||
        elf_image_load(elf, take_segment, &image, message))
        fail("%s", message);
    image.out = fopen(arguments.out, "wb");
    if (!image.out)
        fail("%s: %s", arguments.out, strerror(errno));
    if (arguments.disk)
        copy_disk(arguments.disk, image.out);
    if (arguments.card)
        fseek(image.out, BOOT_OFFSET, SEEK_SET);
    write_stream(&image, elf_image_entry(elf));
    while (arguments.card && ftell(image.out) % SECTOR)
        putc(0, image.out);
    bool failed = ferror(image.out) != 0;
    if (fclose(image.out) || failed)
        fail("%s: %s", arguments.out, strerror(errno));
    elf_image_close(elf);
    return 0;
}

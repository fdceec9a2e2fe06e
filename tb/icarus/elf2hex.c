/* An ELF image as text for $readmemh: every word that the image defines, at its
 * offset from the foot of DRAM. Prints the plusargs that the Icarus bench needs.
 *
 *   elf2hex IMAGE.elf OUT.hex
 *
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../sim/common/elf_image.h"

#define DRAM_BASE 0x80000000u
#define DRAM_BYTES (16u << 20)

struct dram {
    uint8_t bytes[DRAM_BYTES];
    uint8_t defined[DRAM_BYTES / 4]; /* by word */
};

static bool put(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz, size_t size)
{
    struct dram *d = ctx;
    uint32_t at = addr - DRAM_BASE;

    if (addr < DRAM_BASE || at > DRAM_BYTES || size > DRAM_BYTES - at)
        return false;
    memcpy(d->bytes + at, data, filesz);
    if (size)
        memset(d->defined + at / 4, 1, (at + size + 3) / 4 - at / 4);
    return true;
}

static bool write_hex(const struct dram *d, FILE *out)
{
    bool gap = true;

    for (uint32_t word = 0; word < DRAM_BYTES / 4; word++) {
        uint32_t value;

        if (!d->defined[word]) {
            gap = true;
            continue;
        }
        memcpy(&value, d->bytes + 4 * word, 4);
        if (gap)
            fprintf(out, "@%x\n", word);
        fprintf(out, "%08x\n", value);
        gap = false;
    }
    return !ferror(out);
}

int main(int argc, char **argv)
{
    static struct dram dram;
    char message[ELF_IMAGE_MESSAGE];
    struct elf_image *image;
    uint32_t tohost;
    FILE *out;

    if (argc != 3) {
        fprintf(stderr, "usage: elf2hex IMAGE.elf OUT.hex\n");
        return 2;
    }
    if (elf_image_open(&image, argv[1], message) != ELF_IMAGE_OK ||
        elf_image_load(image, put, &dram, message) != ELF_IMAGE_OK) {
        fprintf(stderr, "elf2hex: %s\n", message);
        return 1;
    }
    out = fopen(argv[2], "w");
    if (!out || !write_hex(&dram, out) || fclose(out)) {
        fprintf(stderr, "elf2hex: %s: %s\n", argv[2], strerror(errno));
        return 1;
    }
    printf("+dram=%s", argv[2]);
    if (elf_image_symbol(image, "tohost", &tohost, NULL))
        printf(" +tohost=%08x", tohost);
    printf("\n");
    elf_image_close(image);
    return 0;
}

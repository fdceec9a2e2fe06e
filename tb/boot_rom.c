/* See boot_rom.h. The device tree format is that of the Devicetree
 * Specification 0.4, chapter 5.
 * SPDX-License-Identifier: ISC */
#include "boot_rom.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FDT_MAGIC 0xD00DFEEDu
#define FDT_BEGIN_NODE 1u
#define FDT_END_NODE 2u
#define FDT_PROP 3u
#define FDT_NOP 4u

bool boot_rom_read(const char *path, uint8_t rom[BOOT_ROM_BYTES])
{
    FILE *f = fopen(path, "r");
    size_t n = 0;
    unsigned word;
    int got = EOF;

    if (!f)
        return false;
    memset(rom, 0, BOOT_ROM_BYTES);
    while (n < BOOT_ROM_BYTES && (got = fscanf(f, "%8x", &word)) == 1) {
        for (unsigned i = 0; i < 4; i++)
            rom[n++] = (uint8_t)(word >> (8 * i));
    }
    errno = 0;
    fclose(f);
    return n > 0 && (n == BOOT_ROM_BYTES || got == EOF);
}

static uint32_t be32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The value of property `reg` in the node /memory@..., NULL if it has none. */
static uint8_t *memory_reg(uint8_t *fdt, uint32_t room)
{
    uint32_t at = be32(fdt + 8), end = be32(fdt + 4), strings = be32(fdt + 12);
    unsigned depth = 0;
    bool in_memory = false;

    while (end <= room && at + 12 <= end) {
        uint32_t token = be32(fdt + at);

        at += 4;
        if (token == FDT_BEGIN_NODE) {
            const char *name = (const char *)fdt + at;

            depth++;
            if (depth == 2)
                in_memory = strncmp(name, "memory@", 7) == 0;
            at += ((uint32_t)strnlen(name, end - at) + 4) & ~3u;
        } else if (token == FDT_END_NODE) {
            depth--;
        } else if (token == FDT_PROP) {
            uint32_t length = be32(fdt + at), name = strings + be32(fdt + at + 4);

            if (in_memory && depth == 2 && name + 4 <= end && length == 8 &&
                strcmp((const char *)fdt + name, "reg") == 0)
                return fdt + at + 8;
            at += 8 + ((length + 3) & ~3u);
        } else if (token != FDT_NOP) {
            break;
        }
    }
    return NULL;
}

void boot_rom_set_memory(uint8_t rom[BOOT_ROM_BYTES], uint32_t bytes)
{
    for (uint32_t at = 0; at + 40 <= BOOT_ROM_BYTES; at += 4) {
        uint8_t *reg;

        if (be32(rom + at) != FDT_MAGIC)
            continue;
        reg = memory_reg(rom + at, BOOT_ROM_BYTES - at);
        for (unsigned i = 0; reg && i < 4; i++)
            reg[4 + i] = (uint8_t)(bytes >> (24 - 8 * i));
        return;
    }
}

bool boot_rom_write_temporary(const uint8_t rom[BOOT_ROM_BYTES], char path[BOOT_ROM_PATH])
{
    int fd;
    FILE *f;
    uint32_t word;

    snprintf(path, BOOT_ROM_PATH, "/tmp/gatehouse-rom-XXXXXX");
    fd = mkstemp(path);
    if (fd < 0)
        return false;
    f = fdopen(fd, "w");
    if (!f) {
        close(fd);
        return false;
    }
    for (size_t i = 0; i < BOOT_ROM_BYTES; i += 4) {
        memcpy(&word, rom + i, 4);
        fprintf(f, "%08x\n", word);
    }
    return fclose(f) == 0;
}

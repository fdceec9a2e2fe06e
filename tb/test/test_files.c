/* The ELF loader (on the image that the bad-input tests damage) and the ROM.
 * SPDX-License-Identifier: ISC */
#include "../../sim/common/elf_image.h"
#include "../boot_rom.h"
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TINY "build/tb/test/tiny.elf"

void test_elf_symbols_by_name_and_address(void)
{
    char message[ELF_IMAGE_MESSAGE], buf[64];
    struct elf_image *img;
    uint32_t value, size;

    CHECK(elf_image_open(&img, TINY, message) == ELF_IMAGE_OK);
    if (!img)
        return;
    CHECK(elf_image_entry(img) == 0x80000000);
    CHECK(elf_image_symbol(img, "begin_signature", &value, &size) && value == 0x80001000);
    CHECK(!elf_image_symbol(img, "no_such_symbol", &value, NULL));
    CHECK_TEXT(elf_image_format_addr(img, 0x80000000, buf, sizeof buf), "_start");
    CHECK_TEXT(elf_image_format_addr(img, 0x80000008, buf, sizeof buf), "_start+0x8");
    CHECK_TEXT(elf_image_format_addr(img, 0x90000000, buf, sizeof buf), "");
    CHECK_TEXT(elf_image_format_addr(NULL, 0x80000000, buf, sizeof buf), "");
    elf_image_close(img);
}

static uint8_t memory[0x3000];

static bool put(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz, size_t size)
{
    unsigned *calls = ctx;

    ++*calls;
    if (addr < 0x80000000 || addr - 0x80000000 + size > sizeof memory)
        return false;
    memcpy(memory + (addr - 0x80000000), data, filesz);
    memset(memory + (addr - 0x80000000) + filesz, 0, size - filesz);
    return true;
}

static bool put_nowhere(void *ctx, uint32_t addr, const uint8_t *data, size_t filesz, size_t size)
{
    (void)ctx, (void)addr, (void)data, (void)filesz, (void)size;
    return false;
}

void test_elf_segments_are_put_with_zeros(void)
{
    char message[ELF_IMAGE_MESSAGE];
    struct elf_image *img;
    unsigned calls = 0;

    memset(memory, 0xAA, sizeof memory);
    CHECK(elf_image_open(&img, TINY, message) == ELF_IMAGE_OK);
    if (!img)
        return;
    CHECK(elf_image_load(img, put, &calls, message) == ELF_IMAGE_OK && calls > 0);
    CHECK(memory[0x1000] == 0xEF && memory[0x1003] == 0xBE); /* 0xbeadf0ef */
    CHECK(memory[0x2000] == 0);                              /* .bss */
    CHECK(elf_image_load(img, put_nowhere, NULL, message) == ELF_IMAGE_OUTSIDE);
    CHECK(strstr(message, "outside DRAM") != NULL);
    elf_image_close(img);
}

/* A device tree of one memory node, by hand: header, structure, strings. */
static void make_tree(uint8_t *rom)
{
    static const uint32_t words[] = {
        0xD00DFEED, 0x6C, 0x38, 0x68, 0x28, 17, 16, 0, 4, 0x30, /* header */
        0, 0, 0, 0,                                             /* reserve map */
        1, 0,                                                   /* the root node */
        1, 0x6D656D6F, 0x72794031, 0,                           /* "memory@1" */
        3, 8, 0, 0x80000000, 0x01000000,                        /* reg */
        2, 0x72656700,                                          /* end; "reg" at 0x68 */
    };

    memset(rom, 0, BOOT_ROM_BYTES);
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
        for (unsigned b = 0; b < 4; b++)
            rom[0x40 + 4 * i + b] = (uint8_t)(words[i] >> (24 - 8 * b));
}

void test_rom_memory_size_is_patched(void)
{
    uint8_t rom[BOOT_ROM_BYTES];
    const uint8_t *size = rom + 0x40 + 4 * 24;

    make_tree(rom);
    CHECK(size[0] == 0x01 && size[1] == 0);
    boot_rom_set_memory(rom, 0x03C0B000);
    CHECK(size[0] == 0x03 && size[1] == 0xC0 && size[2] == 0xB0 && size[3] == 0);
    CHECK(size[-4] == 0x80); /* the base is as it was */
}

void test_rom_without_a_tree_is_untouched(void)
{
    uint8_t rom[BOOT_ROM_BYTES], before[BOOT_ROM_BYTES];

    memset(rom, 0x13, sizeof rom);
    memcpy(before, rom, sizeof rom);
    boot_rom_set_memory(rom, 0x02000000);
    CHECK(memcmp(rom, before, sizeof rom) == 0);
}

void test_rom_file_with_bad_words_is_refused(void)
{
    static const char path[] = "build/tb/test/rom.hex";
    uint8_t rom[BOOT_ROM_BYTES];
    FILE *f = fopen(path, "w");

    CHECK(f != NULL);
    if (!f)
        return;
    fprintf(f, "00000013\nnonsense\n");
    fclose(f);
    CHECK(!boot_rom_read(path, rom));
    f = fopen(path, "w");
    fprintf(f, "f1402573\n00008067\n");
    fclose(f);
    CHECK(boot_rom_read(path, rom) && rom[0] == 0x73 && rom[7] == 0 && rom[4] == 0x67);
    CHECK(!boot_rom_read("build/tb/test/no-such-file", rom));
    unlink(path);
}

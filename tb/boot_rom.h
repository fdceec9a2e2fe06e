/* The boot ROM of a run: the content of rom.hex, with the DRAM size that was
 * asked for written into the device tree that it carries.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_BOOT_ROM_H
#define GATEHOUSE_BOOT_ROM_H

#include <stdbool.h>
#include <stdint.h>

#define BOOT_ROM_BYTES 4096

/* Reads hexadecimal words, one a line. False: errno, or 0 if the content is bad. */
bool boot_rom_read(const char *path, uint8_t rom[BOOT_ROM_BYTES]);

/* Sets the size in the memory node of the device tree in the ROM, if there is
 * a tree; addresses and sizes in it are of one cell. */
void boot_rom_set_memory(uint8_t rom[BOOT_ROM_BYTES], uint32_t bytes);

/* Writes the words to a new temporary file, whose name is put into path and
 * which the caller removes. False: errno. */
#define BOOT_ROM_PATH 64
bool boot_rom_write_temporary(const uint8_t rom[BOOT_ROM_BYTES], char path[BOOT_ROM_PATH]);

#endif

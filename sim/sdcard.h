/* A high-capacity SD card in SPI mode, backed by an image file. The same card
 * serves the reference model (bytes) and the RTL harness (pins).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SDCARD_H
#define GATEHOUSE_SDCARD_H

#include <stdbool.h>
#include <stdint.h>

#define SDCARD_SECTOR_BYTES 512u

struct sdcard;

/* Opens an image. The card's capacity is the image's size rounded up to 512
 * KiB, the unit in which such cards tell it; sectors beyond the image read as
 * zeros, and writing one makes the file grow. With read_only the file is never
 * written and the card answers writes with a write error. On failure returns
 * NULL with errno set (EINVAL: empty, or larger than a card can be). */
struct sdcard *sdcard_open(const char *path, bool read_only);

/* The same, but writable and without a trace: writes go to a copy that ends
 * with the card. */
struct sdcard *sdcard_open_snapshot(const char *path);

void sdcard_close(struct sdcard *card);

/* The capacity. */
uint32_t sdcard_sectors(const struct sdcard *card);

/* Byte level. Deselecting the card ends a transfer in progress (but not its
 * being busy); a deselected card ignores exchanges and leaves its line high. */
void sdcard_select(struct sdcard *card, bool selected);
uint8_t sdcard_exchange(struct sdcard *card, uint8_t mosi);

/* Pin level, SPI mode 0: to be called with the pins' levels whenever they may
 * have changed (every clock cycle will do). Returns the level of MISO. */
int sdcard_pins(struct sdcard *card, int cs_n, int sck, int mosi);

/* Faults on purpose. A failing sector answers a read with a data error token
 * and a write with a write-error response; at most 16 of each kind, further
 * ones are refused (false). A silent card answers nothing at all. A slow one
 * takes that many bytes' time before each block that is read, and is busy as
 * long after each that is written. */
bool sdcard_fail_read(struct sdcard *card, uint32_t sector);
bool sdcard_fail_write(struct sdcard *card, uint32_t sector);
void sdcard_silence(struct sdcard *card, bool silent);
void sdcard_slow(struct sdcard *card, unsigned bytes);

#endif

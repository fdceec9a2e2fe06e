/* The boards' boot ROM: bytes from the SD card and to and from the serial line.
 * SPDX-License-Identifier: ISC */
#ifndef BOOT_H
#define BOOT_H

#include <stdbool.h>
#include <stdint.h>

#define BOOT_SECTOR 32768 /* where the card's image begins, 16 MiB: behind any disk of the scenarios' */
#define SECTOR_BYTES 512

void uart_start(void);
void uart_put(char c);
uint8_t uart_get(void);

/* Wakes the card; false: none answers, or not one that counts in sectors. */
bool sd_start(void);
/* Bytes of a sector as they come: open it, take SECTOR_BYTES, close it. */
bool sd_open(uint32_t sector);
uint8_t sd_byte(void);
void sd_close(void);

#endif

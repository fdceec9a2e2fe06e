/* SPI controller with the registers of SiFive's (FU540-C000 manual, ch. 20),
 * one chip select, and an SD card on it. A frame is exchanged the moment it is
 * written, so the transmit FIFO is always empty.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SPI_H
#define GATEHOUSE_SPI_H

#include <stdbool.h>
#include <stdint.h>

#define SPI_FIFO 8u

struct sdcard;

struct spi {
    struct sdcard *card; /* may be NULL: nothing answers, the line idles high */

    uint32_t sckdiv, sckmode, csid, csdef, csmode, delay0, delay1, fmt;
    uint32_t txmark, rxmark, ie;
    uint8_t fifo[SPI_FIFO]; /* received */
    unsigned first, count;
};

void spi_reset(struct spi *s, struct sdcard *card);
uint32_t spi_load(struct spi *s, uint32_t offset);
void spi_store(struct spi *s, uint32_t offset, unsigned lanes, uint32_t data);
bool spi_interrupts(const struct spi *s);

#endif

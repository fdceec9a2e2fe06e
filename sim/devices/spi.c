/* SPI controller: chip select, frames of eight bits, receive FIFO, watermarks.
 * Clock divider, clock mode and delays are kept but mean nothing to a card
 * that is handed whole bytes.
 * SPDX-License-Identifier: ISC */
#include "spi.h"

#include <string.h>

#include "../mem.h"
#include "../sdcard.h"

enum {
    SCKDIV = 0x00,
    SCKMODE = 0x04,
    CSID = 0x10,
    CSDEF = 0x14,
    CSMODE = 0x18,
    DELAY0 = 0x28,
    DELAY1 = 0x2C,
    FMT = 0x40,
    TXDATA = 0x48,
    RXDATA = 0x4C,
    TXMARK = 0x50,
    RXMARK = 0x54,
    IE = 0x70,
    IP = 0x74,
};

#define CSMODE_AUTO 0
#define CSMODE_HOLD 2
#define FMT_LSB_FIRST 0x4
#define FMT_TX_ONLY 0x8
#define RXDATA_EMPTY 0x80000000u
#define IP_TXWM 0x1
#define IP_RXWM 0x2

/* csdef is the inactive level of the (one) chip select; the card is selected
 * by a low level. */
static void drive_chip_select(struct spi *s, bool active)
{
    bool level = s->csdef & 1;

    if (active && s->csid == 0)
        level = !level;
    if (s->card)
        sdcard_select(s->card, !level);
}

void spi_reset(struct spi *s, struct sdcard *card)
{
    memset(s, 0, sizeof *s);
    s->card = card;
    s->sckdiv = 3;
    s->csdef = 1;
    s->delay0 = 0x10001;
    s->delay1 = 0x1;
    s->fmt = 0x80000;
    drive_chip_select(s, false);
}

static uint8_t reversed(uint8_t byte)
{
    uint8_t out = 0;

    for (int i = 0; i < 8; i++)
        out |= (byte >> i & 1) << (7 - i);
    return out;
}

static void exchange_frame(struct spi *s, uint8_t byte)
{
    bool lsb_first = s->fmt & FMT_LSB_FIRST;
    uint8_t in = 0xFF;

    if (s->csmode == CSMODE_AUTO || s->csmode == CSMODE_HOLD)
        drive_chip_select(s, true);
    if (s->card)
        in = sdcard_exchange(s->card, lsb_first ? reversed(byte) : byte);
    if (s->csmode == CSMODE_AUTO)
        drive_chip_select(s, false);

    if (!(s->fmt & FMT_TX_ONLY) && s->count < SPI_FIFO)
        s->fifo[(s->first + s->count++) % SPI_FIFO] =
            lsb_first ? reversed(in) : in;
}

static uint32_t read_rxdata(struct spi *s)
{
    uint8_t byte;

    if (s->count == 0)
        return RXDATA_EMPTY;
    byte = s->fifo[s->first];
    s->first = (s->first + 1) % SPI_FIFO;
    s->count--;
    return byte;
}

/* txwm: fewer entries than the mark in the transmit FIFO, which has none;
 * rxwm: more than the mark in the receive FIFO. */
static uint32_t read_ip(const struct spi *s)
{
    return (s->txmark > 0 ? IP_TXWM : 0) | (s->count > s->rxmark ? IP_RXWM : 0);
}

bool spi_interrupts(const struct spi *s)
{
    return s->ie & read_ip(s);
}

uint32_t spi_load(struct spi *s, uint32_t offset)
{
    switch (offset) {
    case SCKDIV:
        return s->sckdiv;
    case SCKMODE:
        return s->sckmode;
    case CSID:
        return s->csid;
    case CSDEF:
        return s->csdef;
    case CSMODE:
        return s->csmode;
    case DELAY0:
        return s->delay0;
    case DELAY1:
        return s->delay1;
    case FMT:
        return s->fmt;
    case RXDATA:
        return read_rxdata(s);
    case TXMARK:
        return s->txmark;
    case RXMARK:
        return s->rxmark;
    case IE:
        return s->ie;
    case IP:
        return read_ip(s);
    default: /* txdata reads 0: never full */
        return 0;
    }
}

/* A held chip select is let go when csmode or csid changes, or csdef's bit. */
static void store_chip_select(struct spi *s, uint32_t *reg, uint32_t value)
{
    if (*reg == value)
        return;
    *reg = value;
    drive_chip_select(s, false);
}

void spi_store(struct spi *s, uint32_t offset, unsigned lanes, uint32_t data)
{
    if (!(lanes & 1)) /* every field below starts in byte 0 */
        return;
    switch (offset) {
    case SCKDIV:
        s->sckdiv = data & 0xFFF;
        break;
    case SCKMODE:
        s->sckmode = data & 3;
        break;
    case CSID:
        store_chip_select(s, &s->csid, data & 1);
        break;
    case CSDEF:
        store_chip_select(s, &s->csdef, data & 1);
        break;
    case CSMODE:
        store_chip_select(s, &s->csmode, data & 3);
        break;
    case DELAY0:
        s->delay0 = data & 0xFF00FF;
        break;
    case DELAY1:
        s->delay1 = data & 0xFF00FF;
        break;
    case FMT:
        s->fmt = data & 0xF000F;
        break;
    case TXDATA:
        exchange_frame(s, data);
        break;
    case TXMARK:
        s->txmark = data & 7;
        break;
    case RXMARK:
        s->rxmark = data & 7;
        break;
    case IE:
        s->ie = data & 3;
        break;
    }
}

/* The SPI controller's registers, with and without a card.
 * SPDX-License-Identifier: ISC */
#include "card_image.h"
#include "test.h"

#define SCKDIV 0x00
#define CSDEF 0x14
#define CSMODE 0x18
#define FMT 0x40
#define TXDATA 0x48
#define RXDATA 0x4C
#define TXMARK 0x50
#define RXMARK 0x54
#define IE 0x70
#define IP 0x74
#define EMPTY 0x80000000u

static void put(struct spi *s, uint32_t offset, uint32_t value)
{
    spi_store(s, offset, 0xF, value);
}

static void spi_reset_values(void)
{
    static const struct {
        uint32_t offset, value;
    } row[] = {
        {SCKDIV, 3}, {0x04, 0}, {0x10, 0}, {CSDEF, 1}, {CSMODE, 0},
        {0x28, 0x10001}, {0x2C, 1}, {FMT, 0x80000}, {TXDATA, 0},
        {RXDATA, EMPTY}, {TXMARK, 0}, {RXMARK, 0}, {IE, 0}, {IP, 0}, {0x08, 0},
    };
    struct spi s;

    spi_reset(&s, NULL);
    for (unsigned i = 0; i < sizeof row / sizeof *row; i++)
        if (spi_load(&s, row[i].offset) != row[i].value)
            test_fail("register 0x%02x is 0x%x", row[i].offset,
                      spi_load(&s, row[i].offset));
}

/* Nobody answers: each frame written brings one of ones. */
static void spi_receive_fifo(void)
{
    struct spi s;

    spi_reset(&s, NULL);
    for (unsigned i = 0; i < 10; i++)
        put(&s, TXDATA, i);
    for (unsigned i = 0; i < 8; i++)
        EQUAL(spi_load(&s, RXDATA), 0xFF);
    EQUAL(spi_load(&s, RXDATA), EMPTY); /* two did not fit */
    put(&s, FMT, 0x80008);
    put(&s, TXDATA, 1); /* transmitting only */
    EQUAL(spi_load(&s, RXDATA), EMPTY);
}

static void spi_watermarks(void)
{
    struct spi s;

    spi_reset(&s, NULL);
    put(&s, IE, 3);
    CHECK(!spi_interrupts(&s));
    put(&s, TXMARK, 1);
    EQUAL(spi_load(&s, IP), 1);
    CHECK(spi_interrupts(&s));
    put(&s, TXMARK, 0);
    put(&s, RXMARK, 1);
    put(&s, TXDATA, 0);
    CHECK(!spi_interrupts(&s));
    put(&s, TXDATA, 0);
    EQUAL(spi_load(&s, IP), 2);
    CHECK(spi_interrupts(&s));
    put(&s, IE, 1);
    CHECK(!spi_interrupts(&s));
    spi_load(&s, RXDATA);
    EQUAL(spi_load(&s, IP), 0);
}

static uint8_t exchange(struct spi *s, uint8_t byte)
{
    put(s, TXDATA, byte);
    return spi_load(s, RXDATA);
}

/* CMD0 and its answer, with the chip select as csmode and csdef make it. */
static uint8_t reset_card(struct spi *s)
{
    static const uint8_t cmd0[] = {0x40, 0, 0, 0, 0, 0x95, 0xFF};

    for (unsigned i = 0; i < sizeof cmd0; i++)
        exchange(s, cmd0[i]);
    return exchange(s, 0xFF);
}

static void spi_chip_select(void)
{
    struct sdcard *card = card_new(1024, false);
    struct spi s;

    spi_reset(&s, card);
    put(&s, CSMODE, 2);
    EQUAL(reset_card(&s), 0x01); /* held over the frames */
    put(&s, CSMODE, 0);
    EQUAL(reset_card(&s), 0xFF); /* let go after each: no command arrives */
    put(&s, CSMODE, 3);
    EQUAL(reset_card(&s), 0xFF); /* off: idle high */
    put(&s, CSDEF, 0);
    EQUAL(reset_card(&s), 0x01); /* off, idle low: selected all the time */
    put(&s, CSMODE, 2);
    EQUAL(reset_card(&s), 0xFF); /* active high */
    sdcard_close(card);
}

static void spi_bit_order(void)
{
    static const uint8_t cmd0[] = {0x02, 0, 0, 0, 0, 0xA9, 0xFF};
    struct sdcard *card = card_new(1024, false);
    struct spi s;

    spi_reset(&s, card);
    put(&s, CSMODE, 2);
    put(&s, FMT, 0x80004);
    for (unsigned i = 0; i < sizeof cmd0; i++)
        exchange(&s, cmd0[i]);
    EQUAL(exchange(&s, 0xFF), 0x80);
    sdcard_close(card);
}

void test_spi(void)
{
    RUN(spi_reset_values);
    RUN(spi_receive_fifo);
    RUN(spi_watermarks);
    RUN(spi_chip_select);
    RUN(spi_bit_order);
}

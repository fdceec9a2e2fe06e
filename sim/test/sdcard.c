/* The SD card's protocol, as a host sees it byte by byte and at the pins.
 * SPDX-License-Identifier: ISC */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "../sdcard_data.h"
#include "card_image.h"
#include "test.h"

#define NO_TOKEN 0x100

/* The host's end: bytes go either through sdcard_exchange() or bit by bit
 * through the pins. */
static struct sdcard *card;
static bool by_pins;

static uint8_t exchange(uint8_t out)
{
    uint8_t in = 0;

    if (!by_pins)
        return sdcard_exchange(card, out);
    for (int i = 7; i >= 0; i--) {
        sdcard_pins(card, 0, 0, out >> i & 1);
        in = in << 1 | sdcard_pins(card, 0, 0, out >> i & 1);
        sdcard_pins(card, 0, 1, out >> i & 1);
        sdcard_pins(card, 0, 1, out >> i & 1);
    }
    sdcard_pins(card, 0, 0, 1);
    return in;
}

static void chip_select(bool selected)
{
    if (by_pins)
        sdcard_pins(card, !selected, 0, 1);
    else
        sdcard_select(card, selected);
}

/* A command and its R1, which comes within eight bytes; 0xFF if it does not. */
static uint8_t command(unsigned index, uint32_t argument)
{
    uint8_t frame[6] = {0x40 | index, argument >> 24, argument >> 16,
                        argument >> 8, argument};
    uint8_t r1 = 0xFF;

    frame[5] = sd_crc7(frame, 5);
    for (unsigned i = 0; i < 6; i++)
        exchange(frame[i]);
    if (index == 12)
        exchange(0xFF);
    for (unsigned i = 0; i < 8 && (r1 & 0x80); i++)
        r1 = exchange(0xFF);
    return r1;
}

static uint8_t app_command(unsigned index, uint32_t argument)
{
    command(55, 0);
    return command(index, argument);
}

static uint32_t word(void)
{
    uint32_t w = 0;

    for (unsigned i = 0; i < 4; i++)
        w = w << 8 | exchange(0xFF);
    return w;
}

/* Waits for a data block: its token, and if it is 0xFE the data and CRC. */
static unsigned block(uint8_t *bytes, unsigned n)
{
    unsigned token = 0xFF, crc;

    memset(bytes, 0, n);
    for (unsigned i = 0; i < 16 && token == 0xFF; i++)
        token = exchange(0xFF);
    if (token == 0xFF)
        return NO_TOKEN;
    if (token != 0xFE)
        return token;
    for (unsigned i = 0; i < n; i++)
        bytes[i] = exchange(0xFF);
    crc = exchange(0xFF) << 8;
    crc |= exchange(0xFF);
    EQUAL(crc, sd_crc16(bytes, n));
    return token;
}

static bool ready(void)
{
    for (unsigned i = 0; i < 64; i++)
        if (exchange(0xFF) == 0xFF)
            return true;
    return false;
}

/* The data response of a block written with this token. */
static uint8_t write_block(uint8_t token, const uint8_t *bytes, uint16_t crc)
{
    uint8_t response;

    exchange(0xFF);
    exchange(token);
    for (unsigned i = 0; i < SDCARD_SECTOR_BYTES; i++)
        exchange(bytes[i]);
    exchange(crc >> 8);
    exchange(crc & 0xFF);
    response = exchange(0xFF) & 0x1F;
    EQUAL(exchange(0xFF), 0x00); /* busy */
    CHECK(ready());
    return response;
}

static void start_up(void)
{
    uint8_t r1 = 0xFF;

    for (unsigned i = 0; i < 10; i++)
        sdcard_exchange(card, 0xFF); /* 74 clocks, deselected */
    chip_select(true);
    EQUAL(command(0, 0), 0x01);
    EQUAL(command(8, 0x1AA), 0x01);
    EQUAL(word(), 0x1AA);
    for (unsigned i = 0; i < 10 && r1 != 0x00; i++)
        r1 = app_command(41, 0x40000000);
    EQUAL(r1, 0x00);
}

static void insert(unsigned sectors, bool read_only)
{
    by_pins = false;
    card = card_new(sectors, read_only);
    start_up();
}

static void expect_sector(const uint8_t *bytes, unsigned sector)
{
    for (unsigned i = 0; i < SDCARD_SECTOR_BYTES; i++)
        if (bytes[i] != card_byte(sector, i))
            test_fail("byte %u of sector %u is wrong", i, sector);
}

/* The worked examples of the specification (4.5): CMD0, CMD17 and the answer
 * to CMD17 for CRC7, 512 bytes of ones for CRC16. */
static void sdcard_checksums(void)
{
    static const uint8_t cmd0[5] = {0x40}, cmd17[5] = {0x51};
    static const uint8_t answer[5] = {0x11, 0x00, 0x00, 0x09, 0x00};
    uint8_t ones[512];

    memset(ones, 0xFF, sizeof ones);
    EQUAL(sd_crc7(cmd0, 5), 0x4A << 1 | 1);
    EQUAL(sd_crc7(cmd17, 5), 0x2A << 1 | 1);
    EQUAL(sd_crc7(answer, 5), 0x33 << 1 | 1);
    EQUAL(sd_crc16(ones, 512), 0x7FA1);
}

static void sdcard_initialisation(void)
{
    insert(1024, false);
    chip_select(false);
    EQUAL(exchange(0xFF), 0xFF);
    chip_select(true);

    EQUAL(command(0, 0), 0x01);
    EQUAL(command(58, 0), 0x01);
    EQUAL(word(), 0x00FF8000);
    EQUAL(command(17, 0), 0x05); /* not before initialisation */
    EQUAL(command(1, 0), 0x05);  /* that is for MMC */
    for (unsigned i = 0; i < 10; i++)
        EQUAL(app_command(41, 0), 0x01); /* the host must know high capacity */
    EQUAL(app_command(41, 0x40000000), 0x01);
    while (app_command(41, 0x40000000) != 0x00)
        ;
    EQUAL(command(58, 0), 0x00);
    EQUAL(word(), 0xC0FF8000);
    EQUAL(command(16, 512), 0x00);
    EQUAL(command(16, 1024), 0x40);
    EQUAL(command(63, 0), 0x04);
    sdcard_close(card);
}

static void sdcard_registers(void)
{
    uint8_t b[64];

    insert(5000, false); /* rounded up to 5120 */
    EQUAL(sdcard_sectors(card), 5120);
    EQUAL(command(9, 0), 0x00);
    EQUAL(block(b, 16), 0xFE);
    EQUAL(b[0] >> 6, 1);
    EQUAL((((b[7] & 0x3F) << 16 | b[8] << 8 | b[9]) + 1) * 1024, 5120);
    EQUAL(b[5] & 0xF, 9);
    EQUAL(b[15], sd_crc7(b, 15));
    EQUAL(command(10, 0), 0x00);
    EQUAL(block(b, 16), 0xFE);
    EQUAL(b[15], sd_crc7(b, 15));
    EQUAL(app_command(51, 0), 0x00);
    EQUAL(block(b, 8), 0xFE);
    EQUAL(b[0], 0x02);
    EQUAL(app_command(13, 0), 0x00);
    EQUAL(exchange(0xFF), 0x00); /* second byte of R2 */
    EQUAL(block(b, 64), 0xFE);
    EQUAL(command(6, 0x00FFFFF1), 0x00); /* is high speed there? */
    EQUAL(block(b, 64), 0xFE);
    EQUAL(b[13] & 2, 0);
    EQUAL(b[16], 0x0F); /* no */
    EQUAL(command(13, 0), 0x00);
    EQUAL(exchange(0xFF), 0x00);
    sdcard_close(card);
}

static void sdcard_reads(void)
{
    uint8_t b[512];

    insert(1024, false);
    EQUAL(command(17, 1023), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 1023);
    EQUAL(command(17, 1024), 0x40);

    EQUAL(command(18, 100), 0x00);
    for (unsigned s = 100; s < 110; s++) {
        EQUAL(block(b, 512), 0xFE);
        expect_sector(b, s);
    }
    EQUAL(command(12, 0), 0x00);
    CHECK(ready());
    EQUAL(command(18, 1023), 0x00); /* off the end */
    EQUAL(block(b, 512), 0xFE);
    EQUAL(block(b, 512), 0x08);
    EQUAL(command(12, 0), 0x00);
    CHECK(ready());
    EQUAL(command(17, 5), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 5);
    sdcard_close(card);
}

static void fill(uint8_t *b, unsigned sector)
{
    for (unsigned i = 0; i < SDCARD_SECTOR_BYTES; i++)
        b[i] = card_byte(sector, i);
}

static void sdcard_writes(void)
{
    uint8_t b[512];

    insert(1024, false);
    fill(b, 9);
    EQUAL(command(24, 500), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x05); /* no CRC needed unless asked for */
    EQUAL(command(25, 600), 0x00);
    for (unsigned s = 0; s < 5; s++) {
        fill(b, 20 + s);
        EQUAL(write_block(0xFC, b, 0), 0x05);
    }
    exchange(0xFD);
    exchange(0xFF);
    EQUAL(exchange(0xFF), 0x00);
    CHECK(ready());
    EQUAL(app_command(22, 0), 0x00); /* how many were written */
    EQUAL(block(b, 4), 0xFE);
    EQUAL(b[3], 5);

    EQUAL(command(17, 500), 0x00);
    block(b, 512);
    expect_sector(b, 9);
    for (unsigned s = 0; s < 5; s++) {
        EQUAL(command(17, 600 + s), 0x00);
        block(b, 512);
        expect_sector(b, 20 + s);
    }
    sdcard_close(card);
}

static void sdcard_beyond_the_image(void)
{
    uint8_t b[512];

    insert(10, false);
    EQUAL(command(17, 700), 0x00);
    EQUAL(block(b, 512), 0xFE);
    EQUAL(b[0] | b[511], 0);
    fill(b, 3);
    EQUAL(command(24, 700), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x05);
    EQUAL(command(17, 700), 0x00);
    block(b, 512);
    expect_sector(b, 3);
    sdcard_close(card);
}

static void sdcard_crc_when_on(void)
{
    uint8_t bad[6] = {0x40 | 17, 0, 0, 0, 1, 0x55}, b[512], r1 = 0xFF;

    insert(1024, false);
    EQUAL(command(59, 1), 0x00);
    for (unsigned i = 0; i < 6; i++)
        exchange(bad[i]);
    for (unsigned i = 0; i < 8 && (r1 & 0x80); i++)
        r1 = exchange(0xFF);
    EQUAL(r1, 0x08);

    fill(b, 3);
    EQUAL(command(24, 1), 0x00);
    EQUAL(write_block(0xFE, b, sd_crc16(b, 512) ^ 1), 0x0B);
    EQUAL(command(24, 2), 0x00);
    EQUAL(write_block(0xFE, b, sd_crc16(b, 512)), 0x05);
    EQUAL(command(17, 1), 0x00);
    block(b, 512);
    expect_sector(b, 1);
    EQUAL(command(17, 2), 0x00);
    block(b, 512);
    expect_sector(b, 3);
    sdcard_close(card);
}

static void sdcard_faults_on_purpose(void)
{
    uint8_t b[512];

    insert(1024, false);
    CHECK(sdcard_fail_read(card, 7));
    CHECK(sdcard_fail_write(card, 8));
    EQUAL(command(17, 7), 0x00);
    EQUAL(block(b, 512), 0x04);
    EQUAL(command(17, 8), 0x00);
    EQUAL(block(b, 512), 0xFE);
    fill(b, 3);
    EQUAL(command(24, 8), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x0D);
    EQUAL(command(13, 0), 0x00);
    EQUAL(exchange(0xFF), 0x04);
    EQUAL(command(13, 0), 0x00);
    EQUAL(exchange(0xFF), 0x00); /* told once */
    EQUAL(command(17, 8), 0x00);
    block(b, 512);
    expect_sector(b, 8);

    /* In a long write the host gives up with CMD12. */
    EQUAL(command(25, 7), 0x00);
    EQUAL(write_block(0xFC, b, 0), 0x05);
    EQUAL(write_block(0xFC, b, 0), 0x0D);
    EQUAL(command(12, 0), 0x00);
    CHECK(ready());
    EQUAL(command(17, 9), 0x00);
    block(b, 512);
    expect_sector(b, 9);

    sdcard_silence(card, true);
    EQUAL(command(13, 0), 0xFF);
    sdcard_silence(card, false);
    EQUAL(command(17, 9), 0x00);
    EQUAL(block(b, 512), 0xFE);
    sdcard_close(card);
}

static void sdcard_read_only(void)
{
    uint8_t b[512] = {0};

    insert(1024, true);
    EQUAL(command(9, 0), 0x00);
    block(b, 16);
    EQUAL(b[14] & 0x10, 0x10);
    EQUAL(command(24, 3), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x0D);
    EQUAL(command(17, 3), 0x00);
    block(b, 512);
    expect_sector(b, 3);
    sdcard_close(card);
}

static void sdcard_snapshot_leaves_the_image(void)
{
    char name[sizeof CARD_IMAGE_NAME];
    uint8_t b[512];

    by_pins = false;
    card_image(name, 1024);
    card = sdcard_open_snapshot(name);
    start_up();
    fill(b, 77);
    EQUAL(command(24, 3), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x05);
    EQUAL(command(17, 3), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 77);
    sdcard_close(card);

    card = sdcard_open(name, true);
    unlink(name);
    start_up();
    EQUAL(command(17, 3), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 3);
    sdcard_close(card);
}

/* Deselected in the middle, it has forgotten the transfer when it is selected
 * again. */
static void sdcard_deselect_ends_a_transfer(void)
{
    uint8_t b[512];

    insert(1024, false);
    EQUAL(command(18, 3), 0x00);
    EQUAL(block(b, 512), 0xFE);
    exchange(0xFF);
    chip_select(false);
    EQUAL(exchange(0x40), 0xFF);
    chip_select(true);
    EQUAL(command(17, 4), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 4);
    exchange(0x51);
    chip_select(false);
    chip_select(true);
    EQUAL(command(17, 5), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 5);
    sdcard_close(card);
}

static void sdcard_at_the_pins(void)
{
    uint8_t b[512];

    by_pins = true;
    card = card_new(1024, false);
    EQUAL(sdcard_pins(card, 1, 0, 1), 1);
    start_up();
    EQUAL(command(17, 6), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 6);
    fill(b, 11);
    EQUAL(command(24, 6), 0x00);
    EQUAL(write_block(0xFE, b, 0), 0x05);
    chip_select(false);
    for (unsigned i = 0; i < 13; i++) { /* clocks for others, not a whole byte */
        EQUAL(sdcard_pins(card, 1, 1, 0), 1);
        EQUAL(sdcard_pins(card, 1, 0, 0), 1);
    }
    chip_select(true);
    EQUAL(command(18, 5), 0x00);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 5);
    EQUAL(block(b, 512), 0xFE);
    expect_sector(b, 11);
    EQUAL(command(12, 0), 0x00);
    CHECK(ready());
    sdcard_close(card);
}

static void sdcard_bad_images(void)
{
    errno = 0;
    CHECK(sdcard_open("/nonexistent", false) == NULL);
    EQUAL(errno, ENOENT);
    CHECK(card_new(0, false) == NULL);
    EQUAL(sdcard_open("/dev/null", false) == NULL, true);
}

void test_sdcard(void)
{
    RUN(sdcard_checksums);
    RUN(sdcard_initialisation);
    RUN(sdcard_registers);
    RUN(sdcard_reads);
    RUN(sdcard_writes);
    RUN(sdcard_beyond_the_image);
    RUN(sdcard_crc_when_on);
    RUN(sdcard_faults_on_purpose);
    RUN(sdcard_read_only);
    RUN(sdcard_snapshot_leaves_the_image);
    RUN(sdcard_deselect_ends_a_transfer);
    RUN(sdcard_at_the_pins);
    RUN(sdcard_bad_images);
}

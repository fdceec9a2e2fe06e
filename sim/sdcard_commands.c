/* The commands of the SD card in SPI mode and their responses
 * (SD Physical Layer Simplified Specification, 7.3.1, 7.3.2).
 * SPDX-License-Identifier: ISC */
#include "sdcard_data.h"
#include "sdcard_state.h"

/* R1 (7.3.2.1) */
#define R1_IDLE 0x01
#define R1_ILLEGAL 0x04
#define R1_CRC_ERROR 0x08
#define R1_PARAMETER 0x40

#define OCR_VOLTAGES 0x00FF8000u
#define OCR_HIGH_CAPACITY 0x40000000u
#define OCR_POWERED_UP 0x80000000u

#define INIT_POLLS 2u /* ACMD41s answered "still idle" */

static void put_word(struct sdcard *card, uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        sd_put(card, word >> shift);
}

/* A response comes one byte after the command's last (N_CR). */
static void respond(struct sdcard *card, uint8_t r1)
{
    sd_put(card, 0xFF);
    sd_put(card, r1 | (card->idle ? R1_IDLE : 0));
}

static void go_idle(struct sdcard *card)
{
    sd_end_transfer(card);
    card->idle = true;
    card->crc_on = card->app_command = false;
    card->init_polls = INIT_POLLS;
    card->status = 0;
    card->busy = 0;
    respond(card, 0);
}

static void send_if_cond(struct sdcard *card, uint32_t argument)
{
    uint32_t voltage = argument & 0xF00;

    respond(card, 0);
    put_word(card, (voltage == 0x100 ? voltage : 0) | (argument & 0xFF));
}

/* A host that does not say it knows high capacity waits for ever. */
static void send_op_cond(struct sdcard *card, uint32_t argument)
{
    if (argument & OCR_HIGH_CAPACITY) {
        if (card->init_polls > 0)
            card->init_polls--;
        else
            card->idle = false;
    }
    respond(card, 0);
}

static void read_ocr(struct sdcard *card)
{
    respond(card, 0);
    put_word(card, OCR_VOLTAGES | (card->idle ? 0 : OCR_POWERED_UP |
                                                    OCR_HIGH_CAPACITY));
}

static void send_status(struct sdcard *card)
{
    respond(card, 0);
    sd_put(card, card->status);
    card->status = 0;
}

static void send_register(struct sdcard *card, const uint8_t *bytes,
                          unsigned n)
{
    respond(card, 0);
    sd_put_block(card, bytes, n);
}

/* CMD17 and 18, 24 and 25. A high-capacity card is addressed by sector. */
static void begin_transfer(struct sdcard *card, uint32_t sector, bool multiple,
                           bool write)
{
    if (sector >= card->sectors) {
        respond(card, R1_PARAMETER);
        return;
    }
    respond(card, 0);
    card->sector = sector;
    card->multiple = multiple;
    card->reading = !write;
    card->access_left = card->access;
    if (write) {
        card->state = SD_WRITE_TOKEN;
        card->blocks_written = 0;
    }
}

/* CMD12. The byte after it is one of the transfer's, cut off: to be skipped. */
static void stop_transmission(struct sdcard *card)
{
    sd_end_transfer(card);
    sd_put(card, 0xFF);
    respond(card, 0);
    card->busy = SD_BUSY_BYTES;
}

static bool allowed_while_idle(unsigned index, bool app)
{
    if (app)
        return index == 41;
    return index == 0 || index == 8 || index == 55 || index == 58 ||
           index == 59;
}

static bool run_app_command(struct sdcard *card, unsigned index,
                            uint32_t argument)
{
    uint8_t bytes[SD_STATUS_BYTES];

    switch (index) {
    case 13: /* SD_STATUS: R2, then the block */
        sd_make_status(bytes);
        send_status(card);
        sd_put_block(card, bytes, SD_STATUS_BYTES);
        return true;
    case 22: /* SEND_NUM_WR_BLOCKS */
        for (unsigned i = 0; i < 4; i++)
            bytes[i] = card->blocks_written >> (24 - 8 * i);
        send_register(card, bytes, 4);
        return true;
    case 23: /* SET_WR_BLK_ERASE_COUNT: a hint */
    case 42: /* SET_CLR_CARD_DETECT: a pull-up that is not there */
        respond(card, 0);
        return true;
    case 41:
        send_op_cond(card, argument);
        return true;
    case 51:
        sd_make_scr(bytes);
        send_register(card, bytes, SD_SCR_BYTES);
        return true;
    default: /* an application's command that is none is an ordinary one */
        return false;
    }
}

static bool run_plain_command(struct sdcard *card, unsigned index,
                              uint32_t argument)
{
    uint8_t bytes[SD_SWITCH_BYTES];

    switch (index) {
    case 0:
        go_idle(card);
        return true;
    case 6:
        sd_make_switch(bytes, argument);
        send_register(card, bytes, SD_SWITCH_BYTES);
        return true;
    case 8:
        send_if_cond(card, argument);
        return true;
    case 9:
        sd_make_csd(bytes, card->sectors, card->read_only);
        send_register(card, bytes, SD_CSD_BYTES);
        return true;
    case 10:
        sd_make_cid(bytes);
        send_register(card, bytes, SD_CID_BYTES);
        return true;
    case 12:
        stop_transmission(card);
        return true;
    case 13:
        send_status(card);
        return true;
    case 16: /* the length of a block is fixed in high-capacity cards */
        respond(card, argument == SDCARD_SECTOR_BYTES ? 0 : R1_PARAMETER);
        return true;
    case 17:
    case 18:
        begin_transfer(card, argument, index == 18, false);
        return true;
    case 24:
    case 25:
        begin_transfer(card, argument, index == 25, true);
        return true;
    case 55:
        respond(card, 0);
        card->app_command = true;
        return true;
    case 58:
        read_ocr(card);
        return true;
    case 59:
        card->crc_on = argument & 1;
        respond(card, 0);
        return true;
    default:
        return false;
    }
}

/* CMD0 and CMD8 are always checked: the card is not in SPI mode before the
 * one, and the other's checksum is part of what it tests (7.2.2). */
static bool checksum_wrong(const struct sdcard *card, unsigned index)
{
    if (!card->crc_on && index != 0 && index != 8)
        return false;
    return card->command[5] != sd_crc7(card->command, 5);
}

static void run_command(struct sdcard *card)
{
    const uint8_t *c = card->command;
    unsigned index = c[0] & 0x3F;
    uint32_t argument = (uint32_t)c[1] << 24 | c[2] << 16 | c[3] << 8 | c[4];
    bool app = card->app_command;

    card->app_command = false;
    if (card->reading && index != 0 && index != 12)
        return; /* only a stop is heard while data stream out */
    sd_drop_output(card);
    if (checksum_wrong(card, index)) {
        respond(card, R1_CRC_ERROR);
        return;
    }
    if (card->idle && !allowed_while_idle(index, app)) {
        respond(card, R1_ILLEGAL);
        return;
    }
    if (app && run_app_command(card, index, argument))
        return;
    if (!run_plain_command(card, index, argument))
        respond(card, R1_ILLEGAL);
}

void sd_take_command_byte(struct sdcard *card, uint8_t byte)
{
    if (card->command_length == 0 && (byte & 0xC0) != 0x40)
        return; /* start bit 0, transmission bit 1 */
    card->command[card->command_length++] = byte;
    if (card->command_length == SD_COMMAND_BYTES) {
        card->command_length = 0;
        run_command(card);
    }
}


/* The data blocks of the SD card: sectors of the image on their way out and in
 * (SD Physical Layer Simplified Specification, 7.2.3, 7.2.4, 7.3.3).
 * SPDX-License-Identifier: ISC */
#include <string.h>
#include <unistd.h>

#include "sdcard_data.h"
#include "sdcard_state.h"

/* Second byte of R2 (7.3.2.3) */
#define R2_ERROR 0x04
#define R2_WRITE_PROTECTED 0x20

#define TOKEN_BLOCK 0xFE
#define TOKEN_MULTI_WRITE 0xFC
#define TOKEN_STOP 0xFD
#define DATA_ACCEPTED 0x05
#define DATA_CRC_ERROR 0x0B
#define DATA_WRITE_ERROR 0x0D
#define READ_ERROR_ECC 0x04
#define READ_ERROR_RANGE 0x08

static bool has_fault(const struct fault_list *list, uint32_t sector)
{
    for (unsigned i = 0; i < list->count; i++)
        if (list->sector[i] == sector)
            return true;
    return false;
}

/* The image. What lies beyond its end reads as zeros. */
static bool read_sector(struct sdcard *card, uint32_t sector, uint8_t *bytes)
{
    ssize_t n = pread(card->fd, bytes, SDCARD_SECTOR_BYTES,
                      (off_t)sector * SDCARD_SECTOR_BYTES);

    if (n < 0 || has_fault(&card->read_faults, sector))
        return false;
    memset(bytes + n, 0, SDCARD_SECTOR_BYTES - n);
    return true;
}

static bool write_sector(struct sdcard *card, uint32_t sector,
                         const uint8_t *bytes)
{
    if (card->read_only || sector >= card->sectors ||
        has_fault(&card->write_faults, sector))
        return false;
    return pwrite(card->fd, bytes, SDCARD_SECTOR_BYTES,
                  (off_t)sector * SDCARD_SECTOR_BYTES) == SDCARD_SECTOR_BYTES;
}

void sd_put(struct sdcard *card, uint8_t byte)
{
    card->out[card->out_length++] = byte;
}

void sd_drop_output(struct sdcard *card)
{
    card->out_first = card->out_length = 0;
}

/* A data block as it is read: a byte of access time, token, data, CRC. */
void sd_put_block(struct sdcard *card, const uint8_t *bytes, unsigned n)
{
    uint16_t crc = sd_crc16(bytes, n);

    sd_put(card, 0xFF);
    sd_put(card, TOKEN_BLOCK);
    memcpy(card->out + card->out_length, bytes, n);
    card->out_length += n;
    sd_put(card, crc >> 8);
    sd_put(card, crc & 0xFF);
}

void sd_end_transfer(struct sdcard *card)
{
    sd_drop_output(card);
    card->reading = card->multiple = false;
    card->state = SD_COMMAND;
    card->command_length = 0;
}

static void put_read_error(struct sdcard *card, uint8_t token)
{
    sd_put(card, 0xFF);
    sd_put(card, token);
    card->reading = false;
}

void sd_put_next_sector(struct sdcard *card)
{
    uint8_t bytes[SDCARD_SECTOR_BYTES];

    if (card->sector >= card->sectors) {
        put_read_error(card, READ_ERROR_RANGE);
    } else if (!read_sector(card, card->sector, bytes)) {
        put_read_error(card, READ_ERROR_ECC);
    } else {
        sd_put_block(card, bytes, sizeof bytes);
        card->sector++;
        card->reading = card->multiple;
        card->access_left = card->access;
    }
}

/* Writing. CMD12 may come instead of a token, to end a transfer that failed. */
void sd_take_write_token(struct sdcard *card, uint8_t byte)
{
    uint8_t token = card->multiple ? TOKEN_MULTI_WRITE : TOKEN_BLOCK;

    if (card->command_length > 0 || (byte & 0xC0) == 0x40) {
        sd_take_command_byte(card, byte);
    } else if (byte == token) {
        card->state = SD_WRITE_DATA;
        card->block_length = 0;
    } else if (card->multiple && byte == TOKEN_STOP) {
        sd_end_transfer(card);
        sd_put(card, 0xFF);
        card->busy = SD_BUSY_BYTES;
    }
}

static uint8_t store_block(struct sdcard *card)
{
    const uint8_t *crc = card->block + SDCARD_SECTOR_BYTES;

    if (card->crc_on &&
        sd_crc16(card->block, SDCARD_SECTOR_BYTES) != (crc[0] << 8 | crc[1]))
        return DATA_CRC_ERROR;
    if (!write_sector(card, card->sector, card->block)) {
        card->status |= card->read_only ? R2_WRITE_PROTECTED : R2_ERROR;
        return DATA_WRITE_ERROR;
    }
    card->sector++;
    card->blocks_written++;
    return DATA_ACCEPTED;
}

void sd_take_write_data(struct sdcard *card, uint8_t byte)
{
    card->block[card->block_length++] = byte;
    if (card->block_length < sizeof card->block)
        return;
    sd_drop_output(card);
    sd_put(card, store_block(card) | 0xE0);
    card->busy = SD_BUSY_BYTES + card->access;
    card->state = card->multiple ? SD_WRITE_TOKEN : SD_COMMAND;
}


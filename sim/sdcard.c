/* The SD card's side of the SPI bus (SD Physical Layer Simplified
 * Specification, chapter 7): commands, responses, data blocks, busy.
 * A byte is exchanged in two halves: what the card puts out is settled before
 * it has seen what comes in.
 * SPDX-License-Identifier: ISC */
#include "sdcard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdcard_data.h"

#define CAPACITY_UNIT 1024u         /* sectors: 512 KiB */
#define SECTORS_MAX (1u << 26)      /* 32 GiB, the end of SDHC */
#define FAULTS_MAX 16u
#define COMMAND_BYTES 6u
#define CRC_BYTES 2u
#define INIT_POLLS 2u               /* ACMD41s answered "still idle" */
#define BUSY_BYTES 4u               /* after a write or a stop */

/* R1 (7.3.2.1) */
#define R1_IDLE 0x01
#define R1_ILLEGAL 0x04
#define R1_CRC_ERROR 0x08
#define R1_PARAMETER 0x40

/* Second byte of R2 (7.3.2.3) */
#define R2_ERROR 0x04
#define R2_WRITE_PROTECTED 0x20

/* Tokens (7.3.3) */
#define TOKEN_BLOCK 0xFE
#define TOKEN_MULTI_WRITE 0xFC
#define TOKEN_STOP 0xFD
#define DATA_ACCEPTED 0x05
#define DATA_CRC_ERROR 0x0B
#define DATA_WRITE_ERROR 0x0D
#define READ_ERROR_ECC 0x04
#define READ_ERROR_RANGE 0x08

#define OCR_VOLTAGES 0x00FF8000u
#define OCR_HIGH_CAPACITY 0x40000000u
#define OCR_POWERED_UP 0x80000000u

enum state {
    STATE_COMMAND,     /* waiting for, or taking, a command */
    STATE_WRITE_TOKEN, /* waiting for the token before a block */
    STATE_WRITE_DATA,  /* taking a block and its CRC */
};

struct fault_list {
    uint32_t sector[FAULTS_MAX];
    unsigned count;
};

struct sdcard {
    int fd;
    bool read_only;
    uint32_t sectors;
    struct fault_list read_faults, write_faults;
    bool silent;

    bool selected, idle, crc_on, app_command;
    unsigned init_polls;
    uint8_t status; /* second byte of R2, until asked for */
    enum state state;

    uint8_t command[COMMAND_BYTES];
    unsigned command_length;

    bool multiple, reading; /* of the transfer in progress */
    uint32_t sector;        /* its next one */
    uint32_t blocks_written;
    uint8_t block[SDCARD_SECTOR_BYTES + CRC_BYTES];
    unsigned block_length;

    /* Bytes to go out next, then `busy` zeros. */
    uint8_t out[SDCARD_SECTOR_BYTES + 16];
    unsigned out_first, out_length;
    unsigned busy;

    /* The pins: shift registers, and the levels last seen. */
    uint8_t shift_in, shift_out;
    unsigned bits;
    int sck, miso;
};

struct sdcard *sdcard_open(const char *path, bool read_only)
{
    struct sdcard *card = calloc(1, sizeof *card);
    struct stat st;
    uint64_t sectors;

    if (!card)
        return NULL;
    card->fd = open(path, read_only ? O_RDONLY : O_RDWR);
    if (card->fd < 0)
        goto fail;
    if (fstat(card->fd, &st) < 0)
        goto fail_close;
    sectors = ((uint64_t)st.st_size + SDCARD_SECTOR_BYTES - 1) /
              SDCARD_SECTOR_BYTES;
    sectors = (sectors + CAPACITY_UNIT - 1) / CAPACITY_UNIT * CAPACITY_UNIT;
    if (sectors == 0 || sectors > SECTORS_MAX) {
        errno = EINVAL;
        goto fail_close;
    }
    card->sectors = sectors;
    card->read_only = read_only;
    card->idle = true;
    card->miso = 1;
    return card;

fail_close: {
    int error = errno;

    close(card->fd);
    errno = error;
}
fail:
    free(card);
    return NULL;
}

void sdcard_close(struct sdcard *card)
{
    if (!card)
        return;
    close(card->fd);
    free(card);
}

uint32_t sdcard_sectors(const struct sdcard *card)
{
    return card->sectors;
}

static bool add_fault(struct fault_list *list, uint32_t sector)
{
    if (list->count == FAULTS_MAX)
        return false;
    list->sector[list->count++] = sector;
    return true;
}

static bool has_fault(const struct fault_list *list, uint32_t sector)
{
    for (unsigned i = 0; i < list->count; i++)
        if (list->sector[i] == sector)
            return true;
    return false;
}

bool sdcard_fail_read(struct sdcard *card, uint32_t sector)
{
    return add_fault(&card->read_faults, sector);
}

bool sdcard_fail_write(struct sdcard *card, uint32_t sector)
{
    return add_fault(&card->write_faults, sector);
}

void sdcard_silence(struct sdcard *card, bool silent)
{
    card->silent = silent;
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

/* Output. */
static void put(struct sdcard *card, uint8_t byte)
{
    card->out[card->out_length++] = byte;
}

static void put_word(struct sdcard *card, uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        put(card, word >> shift);
}

static void drop_output(struct sdcard *card)
{
    card->out_first = card->out_length = 0;
}

/* A data block as it is read: a byte of access time, token, data, CRC. */
static void put_block(struct sdcard *card, const uint8_t *bytes, unsigned n)
{
    uint16_t crc = sd_crc16(bytes, n);

    put(card, 0xFF);
    put(card, TOKEN_BLOCK);
    memcpy(card->out + card->out_length, bytes, n);
    card->out_length += n;
    put(card, crc >> 8);
    put(card, crc & 0xFF);
}

static void put_read_error(struct sdcard *card, uint8_t token)
{
    put(card, 0xFF);
    put(card, token);
    card->reading = false;
}

static void put_next_sector(struct sdcard *card)
{
    uint8_t bytes[SDCARD_SECTOR_BYTES];

    if (card->sector >= card->sectors) {
        put_read_error(card, READ_ERROR_RANGE);
    } else if (!read_sector(card, card->sector, bytes)) {
        put_read_error(card, READ_ERROR_ECC);
    } else {
        put_block(card, bytes, sizeof bytes);
        card->sector++;
        card->reading = card->multiple;
    }
}

static uint8_t output_half(struct sdcard *card)
{
    if (!card->selected || card->silent)
        return 0xFF;
    if (card->out_first == card->out_length) {
        drop_output(card);
        if (card->reading)
            put_next_sector(card);
    }
    if (card->out_first < card->out_length)
        return card->out[card->out_first++];
    if (card->busy > 0) {
        card->busy--;
        return 0x00;
    }
    return 0xFF;
}

/* Commands. A response comes one byte after the command's last (N_CR). */
static void respond(struct sdcard *card, uint8_t r1)
{
    put(card, 0xFF);
    put(card, r1 | (card->idle ? R1_IDLE : 0));
}

static void end_transfer(struct sdcard *card)
{
    drop_output(card);
    card->reading = card->multiple = false;
    card->state = STATE_COMMAND;
    card->command_length = 0;
}

static void go_idle(struct sdcard *card)
{
    end_transfer(card);
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
    put(card, card->status);
    card->status = 0;
}

static void send_register(struct sdcard *card, const uint8_t *bytes,
                          unsigned n)
{
    respond(card, 0);
    put_block(card, bytes, n);
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
    if (write) {
        card->state = STATE_WRITE_TOKEN;
        card->blocks_written = 0;
    }
}

/* CMD12. The byte after it is one of the transfer's, cut off: to be skipped. */
static void stop_transmission(struct sdcard *card)
{
    end_transfer(card);
    put(card, 0xFF);
    respond(card, 0);
    card->busy = BUSY_BYTES;
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
        put_block(card, bytes, SD_STATUS_BYTES);
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
    drop_output(card);
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

static void take_command_byte(struct sdcard *card, uint8_t byte)
{
    if (card->command_length == 0 && (byte & 0xC0) != 0x40)
        return; /* start bit 0, transmission bit 1 */
    card->command[card->command_length++] = byte;
    if (card->command_length == COMMAND_BYTES) {
        card->command_length = 0;
        run_command(card);
    }
}

/* Writing. CMD12 may come instead of a token, to end a transfer that failed. */
static void take_write_token(struct sdcard *card, uint8_t byte)
{
    uint8_t token = card->multiple ? TOKEN_MULTI_WRITE : TOKEN_BLOCK;

    if (card->command_length > 0 || (byte & 0xC0) == 0x40) {
        take_command_byte(card, byte);
    } else if (byte == token) {
        card->state = STATE_WRITE_DATA;
        card->block_length = 0;
    } else if (card->multiple && byte == TOKEN_STOP) {
        end_transfer(card);
        put(card, 0xFF);
        card->busy = BUSY_BYTES;
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

static void take_write_data(struct sdcard *card, uint8_t byte)
{
    card->block[card->block_length++] = byte;
    if (card->block_length < sizeof card->block)
        return;
    drop_output(card);
    put(card, store_block(card) | 0xE0);
    card->busy = BUSY_BYTES;
    card->state = card->multiple ? STATE_WRITE_TOKEN : STATE_COMMAND;
}

static void input_half(struct sdcard *card, uint8_t byte)
{
    if (!card->selected || card->silent)
        return;
    switch (card->state) {
    case STATE_COMMAND:
        take_command_byte(card, byte);
        break;
    case STATE_WRITE_TOKEN:
        take_write_token(card, byte);
        break;
    case STATE_WRITE_DATA:
        take_write_data(card, byte);
        break;
    }
}

void sdcard_select(struct sdcard *card, bool selected)
{
    if (card->selected && !selected)
        end_transfer(card);
    card->selected = selected;
}

uint8_t sdcard_exchange(struct sdcard *card, uint8_t mosi)
{
    uint8_t miso = output_half(card);

    input_half(card, mosi);
    return miso;
}

/* Mode 0: both sides sample at the rising edge of the clock and change their
 * data at the falling one; the first bit is there when chip select falls. */
int sdcard_pins(struct sdcard *card, int cs_n, int sck, int mosi)
{
    if (card->selected != !cs_n) {
        sdcard_select(card, !cs_n);
        card->bits = 0;
        card->shift_out = output_half(card);
        card->miso = card->shift_out >> 7;
    } else if (card->selected && sck && !card->sck) {
        card->shift_in = card->shift_in << 1 | (mosi != 0);
        card->bits++;
    } else if (card->selected && !sck && card->sck) {
        card->shift_out <<= 1;
        if (card->bits == 8) {
            input_half(card, card->shift_in);
            card->shift_out = output_half(card);
            card->bits = 0;
        }
        card->miso = card->shift_out >> 7;
    }
    card->sck = sck;
    return card->selected ? card->miso : 1;
}

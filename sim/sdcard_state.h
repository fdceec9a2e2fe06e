/* The inside of the SD card: its state, and what its parts (commands, data
 * blocks, bus) offer one another.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SDCARD_STATE_H
#define GATEHOUSE_SDCARD_STATE_H

#include "sdcard.h"

#define SD_FAULTS_MAX 16u
#define SD_COMMAND_BYTES 6u
#define SD_CRC_BYTES 2u
#define SD_BUSY_BYTES 4u /* after a write or a stop */

enum sd_state {
    SD_COMMAND,     /* waiting for, or taking, a command */
    SD_WRITE_TOKEN, /* waiting for the token before a block */
    SD_WRITE_DATA,  /* taking a block and its CRC */
};

struct fault_list {
    uint32_t sector[SD_FAULTS_MAX];
    unsigned count;
};

struct sdcard {
    int fd;
    bool read_only;
    uint32_t sectors;
    struct fault_list read_faults, write_faults;
    bool silent;
    unsigned access, access_left; /* bytes before a block is there to be read */

    bool selected, idle, crc_on, app_command;
    unsigned init_polls;
    uint8_t status; /* second byte of R2, until asked for */
    enum sd_state state;

    uint8_t command[SD_COMMAND_BYTES];
    unsigned command_length;

    bool multiple, reading; /* of the transfer in progress */
    uint32_t sector;        /* its next one */
    uint32_t blocks_written;
    uint8_t block[SDCARD_SECTOR_BYTES + SD_CRC_BYTES];
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

/* sdcard_blocks.c: bytes are queued behind what is to go out already; a block
 * gets its token and CRC, and a byte of access time before it. */
void sd_put(struct sdcard *card, uint8_t byte);
void sd_put_block(struct sdcard *card, const uint8_t *bytes, unsigned n);
void sd_drop_output(struct sdcard *card);

/* Sectors of the image, read and written as data blocks. */
void sd_put_next_sector(struct sdcard *card);
void sd_take_write_token(struct sdcard *card, uint8_t byte);
void sd_take_write_data(struct sdcard *card, uint8_t byte);
void sd_end_transfer(struct sdcard *card);

/* sdcard_commands.c: takes a byte of a command, and runs it with its last. */
void sd_take_command_byte(struct sdcard *card, uint8_t byte);

#endif

/* The SD card as a thing on a bus: the image behind it, its chip select, and
 * the exchange of bytes and of bits.
 * A byte is exchanged in two halves: what the card puts out is settled before
 * it has seen what comes in.
 * SPDX-License-Identifier: ISC */
#include "sdcard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdcard_state.h"

#define CAPACITY_UNIT 1024u    /* sectors: 512 KiB */
#define SECTORS_MAX (1u << 26) /* 32 GiB, the end of SDHC */

/* A card on this open file, which it takes over; also in case of failure. */
static struct sdcard *card_on(int fd, bool read_only)
{
    struct sdcard *card = NULL;
    struct stat st;
    uint64_t sectors;
    int error;

    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) < 0)
        goto fail;
    sectors = ((uint64_t)st.st_size + SDCARD_SECTOR_BYTES - 1) /
              SDCARD_SECTOR_BYTES;
    sectors = (sectors + CAPACITY_UNIT - 1) / CAPACITY_UNIT * CAPACITY_UNIT;
    if (sectors == 0 || sectors > SECTORS_MAX) {
        errno = EINVAL;
        goto fail;
    }
    card = calloc(1, sizeof *card);
    if (!card)
        goto fail;
    card->fd = fd;
    card->sectors = sectors;
    card->read_only = read_only;
    card->idle = true;
    card->miso = 1;
    return card;

fail:
    error = errno;
    close(fd);
    errno = error;
    return NULL;
}

struct sdcard *sdcard_open(const char *path, bool read_only)
{
    return card_on(open(path, read_only ? O_RDONLY : O_RDWR), read_only);
}

static bool copy_file(int from, int to)
{
    char bytes[65536];
    ssize_t n;

    while ((n = read(from, bytes, sizeof bytes)) > 0)
        if (write(to, bytes, n) != n)
            return false;
    return n == 0;
}

struct sdcard *sdcard_open_snapshot(const char *path)
{
    char name[] = "/tmp/gatehouse-disk-XXXXXX";
    int from = open(path, O_RDONLY), copy, error;
    bool copied;

    if (from < 0)
        return NULL;
    copy = mkstemp(name);
    if (copy >= 0)
        unlink(name);
    copied = copy >= 0 && copy_file(from, copy);
    error = errno;
    close(from);
    if (copied)
        return card_on(copy, false);
    if (copy >= 0)
        close(copy);
    errno = error;
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
    if (list->count == SD_FAULTS_MAX)
        return false;
    list->sector[list->count++] = sector;
    return true;
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

void sdcard_slow(struct sdcard *card, unsigned bytes)
{
    card->access = bytes;
}

static uint8_t output_half(struct sdcard *card)
{
    if (!card->selected || card->silent)
        return 0xFF;
    if (card->out_first == card->out_length) {
        sd_drop_output(card);
        if (card->reading && card->access_left > 0) {
            card->access_left--;
            return 0xFF;
        }
        if (card->reading)
            sd_put_next_sector(card);
    }
    if (card->out_first < card->out_length)
        return card->out[card->out_first++];
    if (card->busy > 0) {
        card->busy--;
        return 0x00;
    }
    return 0xFF;
}

static void input_half(struct sdcard *card, uint8_t byte)
{
    if (!card->selected || card->silent)
        return;
    switch (card->state) {
    case SD_COMMAND:
        sd_take_command_byte(card, byte);
        break;
    case SD_WRITE_TOKEN:
        sd_take_write_token(card, byte);
        break;
    case SD_WRITE_DATA:
        sd_take_write_data(card, byte);
        break;
    }
}

void sdcard_select(struct sdcard *card, bool selected)
{
    if (card->selected && !selected)
        sd_end_transfer(card);
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

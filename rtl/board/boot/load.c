/* The boards' loader: an image from the SD card or, if there is none, from the serial line. The same stream of
 * bytes in both cases (made by mk/fpga/mkimage.c), words little-endian:
 *
 *   "GHBT"  sum  entry  n  n times {address, bytes}  the bytes of each
 *
 * The sum is over all bytes behind it.
 * SPDX-License-Identifier: ISC */
#include "boot.h"

#define MAGIC 0x54424847u
#define MAX_SEGMENTS 8

struct stream {
    bool card;
    uint32_t sector;
    unsigned left; /* bytes of the open sector */
    uint32_t sum;
};

static void say(const char *text)
{
    while (*text)
        uart_put(*text++);
}

static uint8_t next(struct stream *s)
{
    uint8_t byte;

    if (!s->card) {
        byte = uart_get();
    } else {
        if (!s->left && sd_open(s->sector)) {
            s->sector++;
            s->left = SECTOR_BYTES;
        }
        byte = s->left ? sd_byte() : 0; /* a sector that cannot be read spoils the sum */
        if (s->left && !--s->left)
            sd_close();
    }
    s->sum = (s->sum << 1 | s->sum >> 31) + byte;
    return byte;
}

static uint32_t word(struct stream *s)
{
    uint32_t w = 0;

    for (int i = 0; i < 4; i++)
        w = w >> 8 | (uint32_t)next(s) << 24;
    return w;
}

/* Entry of the image, or 0. */
static uint32_t take(struct stream *s)
{
    uint32_t segment[MAX_SEGMENTS][2], magic = 0, sum, entry, n;

    do {
        magic = magic >> 8 | (uint32_t)next(s) << 24;
    } while (magic != MAGIC && (!s->card || s->left > SECTOR_BYTES - 4));
    if (magic != MAGIC)
        return 0;
    sum = word(s);
    s->sum = 0;
    entry = word(s);
    n = word(s);
    if (n > MAX_SEGMENTS)
        return 0;
    for (uint32_t i = 0; i < n; i++) {
        segment[i][0] = word(s);
        segment[i][1] = word(s);
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint8_t *p = (uint8_t *)segment[i][0]; segment[i][1]; segment[i][1]--)
            *p++ = next(s);
    return s->sum == sum ? entry : 0;
}

uint32_t load(void);
uint32_t load(void)
{
    uint32_t entry = 0;

    uart_start();
    say("\r\nGatehouse\r\n");
    if (sd_start()) {
        entry = take(&(struct stream){.card = true, .sector = BOOT_SECTOR});
        sd_close();
    }
    while (!entry) {
        say("Send an image\r\n");
        entry = take(&(struct stream){.card = false});
    }
    say("Start\r\n");
    return entry;
}

/* The SD card behind the SPI controller: sectors of 512 bytes, in and out, by
 * polling. (SD Physical Layer Simplified Specification, chapter 7; registers
 * as in SiFive's SPI.)
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define REG(o) (*(volatile uint32_t *)(SPI + (o)))
#define SCKDIV REG(0x00) /* a bit is 2 (n + 1) cycles */
#define SLOW 63          /* while the card is woken: 400 kHz or less */
#define FAST 0           /* 25 MHz at most: for a processor of up to 50 */
#define CSMODE REG(0x18)
#define CS_HOLD 2
#define CS_OFF 3
#define FMT REG(0x40)
#define FMT_8_BITS 0x80000
#define TXDATA REG(0x48)
#define RXDATA REG(0x4C)
#define EMPTY 0x80000000u
#define FIFO 8 /* entries */

#define PATIENCE 20000 /* bytes to wait for an answer */
#define TOKEN_BLOCK 0xFE
#define DATA_ACCEPTED 0x05
#define OCR_HIGH_CAPACITY 0x40

/* One byte out and one in for each, as many on their way as the FIFO holds. */
static void transfer(const uint8_t *out, uint8_t *in, uint32_t n)
{
    uint32_t ahead = n < FIFO ? n : FIFO;
    for (uint32_t i = 0; i < ahead; i++)
        TXDATA = out ? out[i] : 0xFF;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t byte;
        while ((byte = RXDATA) & EMPTY)
            ;
        if (in)
            in[i] = byte;
        if (i + ahead < n)
            TXDATA = out ? out[i + ahead] : 0xFF;
    }
}

static uint8_t swap_byte(uint8_t byte)
{
    transfer(&byte, &byte, 1);
    return byte;
}

/* Wait for a byte that is not `idle`; if none comes, idle itself. */
static uint8_t await(uint8_t idle)
{
    uint8_t in = idle;
    for (int n = 0; n < PATIENCE && in == idle; n++)
        in = swap_byte(0xFF);
    return in;
}

/* Leaves the card selected; its first answer byte, 0xFF if none. */
static uint8_t command(uint8_t number, uint32_t arg)
{
    const uint8_t frame[] = {0xFF, 0x40 | number, arg >> 24, arg >> 16, arg >> 8, arg,
                             number == 8 ? 0x87 : 0x95}; /* checked only before CMD8 is done */
    uint8_t r1 = 0xFF;
    CSMODE = CS_HOLD;
    transfer(frame, 0, sizeof frame);
    for (int n = 0; n < 10 && (r1 & 0x80); n++)
        r1 = swap_byte(0xFF);
    return r1;
}

static void release(void)
{
    CSMODE = CS_OFF;
    swap_byte(0xFF); /* the card lets go of its line one byte later */
}

/* A command all of whose answer is R1 and, if `more`, four bytes behind it. */
static uint8_t ask(uint8_t number, uint32_t arg, uint8_t *more)
{
    uint8_t r1 = command(number, arg);
    if (more)
        transfer(0, more, 4);
    release();
    return r1;
}

/* E_IO: no card, or not one that counts in sectors. */
int sd_init(void)
{
    uint8_t more[4], r1 = 0xFF;
    SCKDIV = SLOW;
    FMT = FMT_8_BITS;
    CSMODE = CS_OFF;
    transfer(0, 0, 10);
    for (int n = 0; n < 10 && r1 != 1; n++)
        r1 = ask(0, 0, 0);
    if (r1 != 1 || ask(8, 0x1AA, more) != 1 || more[3] != 0xAA)
        return E_IO;
    for (int n = 0; n < 1000 && r1; n++) {
        ask(55, 0, 0);
        r1 = ask(41, 0x40000000, 0);
    }
    SCKDIV = FAST;
    return r1 || ask(58, 0, more) || !(more[0] & OCR_HIGH_CAPACITY) ? E_IO : 0;
}

int disk_read(uint32_t sector, void *dst)
{
    bool ok = command(17, sector) == 0 && await(0xFF) == TOKEN_BLOCK;
    if (ok) {
        transfer(0, dst, FS_SECTOR);
        transfer(0, 0, 2); /* the CRC, which is not on */
    }
    release();
    return ok ? 0 : E_IO;
}

int disk_write(uint32_t sector, const void *src)
{
    bool ok = command(24, sector) == 0;
    if (ok) {
        const uint8_t head[] = {0xFF, TOKEN_BLOCK};
        transfer(head, 0, sizeof head);
        transfer(src, 0, FS_SECTOR);
        transfer(0, 0, 2);
        ok = (swap_byte(0xFF) & 0x1F) == DATA_ACCEPTED;
        await(0x00); /* busy */
    }
    release();
    return ok ? 0 : E_IO;
}

/* The SD card behind the SPI controller: sectors of 512 bytes, in and out, by
 * polling. (SD Physical Layer Simplified Specification, chapter 7; registers
 * as in SiFive's SPI.)
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define REG(o) (*(volatile uint32_t *)(SPI + (o)))
#define SCKDIV REG(0x00) /* a bit is 2 (n + 1) cycles */
#define SLOW 31          /* while the card is woken: 400 kHz or less */
#define FAST 1
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

static uint8_t swap_byte(uint8_t out)
{
    uint32_t in;
    TXDATA = out;
    while ((in = RXDATA) & EMPTY)
        ;
    return in;
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
    CSMODE = CS_HOLD;
    swap_byte(0xFF);
    swap_byte(0x40 | number);
    for (int shift = 24; shift >= 0; shift -= 8)
        swap_byte(arg >> shift);
    swap_byte(number == 8 ? 0x87 : 0x95); /* checked only before CMD8 is done */
    uint8_t r1 = 0xFF;
    for (int n = 0; n < 10 && (r1 & 0x80); n++)
        r1 = swap_byte(0xFF);
    return r1;
}

static void release(void)
{
    CSMODE = CS_OFF;
    swap_byte(0xFF); /* the card lets go of its line one byte later */
}

/* E_IO: no card, or not one that counts in sectors. */
int sd_init(void)
{
    uint8_t ocr[4], r1 = 0xFF;
    SCKDIV = SLOW;
    FMT = FMT_8_BITS;
    CSMODE = CS_OFF;
    for (int i = 0; i < 10; i++)
        swap_byte(0xFF);
    for (int n = 0; n < 10 && r1 != 1; n++) {
        r1 = command(0, 0);
        release();
    }
    if (r1 != 1)
        return E_IO;
    r1 = command(8, 0x1AA);
    for (int i = 0; i < 4; i++)
        ocr[i] = swap_byte(0xFF);
    release();
    if (r1 != 1 || ocr[3] != 0xAA)
        return E_IO;
    for (int n = 0; n < 1000 && r1; n++) {
        command(55, 0);
        release();
        r1 = command(41, 0x40000000);
        release();
    }
    if (r1)
        return E_IO;
    r1 = command(58, 0);
    for (int i = 0; i < 4; i++)
        ocr[i] = swap_byte(0xFF);
    release();
    SCKDIV = FAST;
    return r1 || !(ocr[0] & OCR_HIGH_CAPACITY) ? E_IO : 0;
}

int sd_read(uint32_t sector, void *dst)
{
    uint8_t *p = dst;
    bool ok = command(17, sector) == 0 && await(0xFF) == TOKEN_BLOCK;
    if (ok) {
        uint32_t sent = 0, got = 0, in;
        while (got < SECTOR) { /* as many on their way as the FIFO holds */
            for (; sent < SECTOR && sent - got < FIFO; sent++)
                TXDATA = 0xFF;
            while ((in = RXDATA) & EMPTY)
                ;
            p[got++] = in;
        }
        swap_byte(0xFF); /* the CRC, which is not on */
        swap_byte(0xFF);
    }
    release();
    return ok ? 0 : E_IO;
}

int sd_write(uint32_t sector, const void *src)
{
    const uint8_t *p = src;
    bool ok = command(24, sector) == 0;
    if (ok) {
        swap_byte(0xFF);
        swap_byte(TOKEN_BLOCK);
        uint32_t sent = 0, got = 0;
        while (got < SECTOR) {
            for (; sent < SECTOR && sent - got < FIFO; sent++)
                TXDATA = p[sent];
            while (RXDATA & EMPTY)
                ;
            got++;
        }
        swap_byte(0xFF);
        swap_byte(0xFF);
        ok = (swap_byte(0xFF) & 0x1F) == DATA_ACCEPTED;
        await(0x00); /* busy */
    }
    release();
    return ok ? 0 : E_IO;
}

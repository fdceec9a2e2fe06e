/* The SD card for the boards' boot ROM: reads sectors, by polling, from cards that count in them. (SD Physical Layer
 * Simplified Specification, chapter 7.)
 * SPDX-License-Identifier: ISC */
#include "boot.h"

#define REG(o) (*(volatile uint32_t *)(0x10050000 + (o)))
#define SCKDIV REG(0x00) /* a bit is 2 (n + 1) cycles */
#define CSMODE REG(0x18)
#define CS_HOLD 2
#define CS_OFF 3
#define FMT REG(0x40)
#define FMT_8_BITS 0x80000
#define TXDATA REG(0x48)
#define RXDATA REG(0x4C)
#define EMPTY 0x80000000u

#define SLOW (CLK_HZ / 800000) /* 400 kHz while the card wakes up */
#define FAST (CLK_HZ / 40000000) /* 20 MHz at most */
#define PATIENCE 20000
#define TOKEN_BLOCK 0xFE

uint8_t sd_byte(void)
{
    uint32_t in;

    TXDATA = 0xFF;
    while ((in = RXDATA) & EMPTY)
        ;
    return in;
}

static void send(uint8_t byte)
{
    TXDATA = byte;
    while (RXDATA & EMPTY)
        ;
}

/* Leaves the card selected; its first answer byte. */
static uint8_t command(uint8_t number, uint32_t arg)
{
    uint8_t r1 = 0xFF;

    CSMODE = CS_HOLD;
    sd_byte();
    send(0x40 | number);
    for (int shift = 24; shift >= 0; shift -= 8)
        send(arg >> shift);
    send(number == 8 ? 0x87 : 0x95); /* checked only until CMD8 is done */
    for (int n = 0; n < 10 && (r1 & 0x80); n++)
        r1 = sd_byte();
    return r1;
}

void sd_close(void)
{
    CSMODE = CS_OFF;
    sd_byte(); /* the card lets go of its line a byte later */
}

static uint8_t short_command(uint8_t number, uint32_t arg)
{
    uint8_t r1 = command(number, arg);

    sd_close();
    return r1;
}

bool sd_start(void)
{
    uint8_t r1 = 0xFF;

    SCKDIV = SLOW;
    FMT = FMT_8_BITS;
    CSMODE = CS_OFF;
    for (int i = 0; i < 10; i++)
        sd_byte();
    for (int n = 0; n < 10 && r1 != 1; n++)
        r1 = short_command(0, 0);
    if (r1 != 1 || short_command(8, 0x1AA) != 1)
        return false;
    for (int n = 0; n < PATIENCE && r1; n++) {
        short_command(55, 0);
        r1 = short_command(41, 0x40000000);
    }
    if (r1 || command(58, 0))
        return false;
    r1 = sd_byte(); /* the OCR's first byte */
    sd_byte();
    sd_byte();
    sd_byte();
    sd_close();
    SCKDIV = FAST;
    return r1 & 0x40;
}

bool sd_open(uint32_t sector)
{
    uint8_t token = 0xFF;

    if (command(17, sector) == 0)
        for (int n = 0; n < PATIENCE && token == 0xFF; n++)
            token = sd_byte();
    return token == TOKEN_BLOCK;
}

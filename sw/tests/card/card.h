/* The SD card through the SPI controller, by polling.
 * SPDX-License-Identifier: ISC */
#ifndef CARD_H
#define CARD_H

#include "../test.h"

#define SPI(offset) (*(volatile uint32_t *)(0x10050000 + (offset)))
#define SCKDIV SPI(0x00)
#define CSMODE SPI(0x18)
#define TXDATA SPI(0x48)
#define RXDATA SPI(0x4C)
#define EMPTY 0x80000000u
#define CS_HOLD 2
#define CS_OFF 3
#define PATIENCE 1000
#define CRC_BYTES 2

static uint8_t exchange(uint8_t byte)
{
    uint32_t in;

    TXDATA = byte;
    while ((in = RXDATA) & EMPTY)
        ;
    return (uint8_t)in;
}

/* The first byte of the answer; the card stays selected. */
static uint8_t command(uint8_t number, uint32_t argument)
{
    uint8_t answer = 0xFF;

    CSMODE = CS_HOLD;
    exchange(0xFF);
    exchange(0x40 | number);
    for (int shift = 24; shift >= 0; shift -= 8)
        exchange((uint8_t)(argument >> shift));
    exchange(number == 8 ? 0x87 : 0x95); /* checked only before CMD8 is done */
    for (int i = 0; i < 10 && (answer & 0x80); i++)
        answer = exchange(0xFF);
    return answer;
}

static void release(void)
{
    CSMODE = CS_OFF;
    exchange(0xFF);
}

static void start_card(void)
{
    uint8_t answer = 0xFF;

    CSMODE = CS_OFF;
    for (int i = 0; i < 10; i++)
        exchange(0xFF);
    EQ(command(0, 0), 1);
    release();
    EQ(command(8, 0x1AA), 1);
    for (int i = 0; i < 4; i++)
        answer = exchange(0xFF);
    EQ(answer, 0xAA);
    release();
    for (int i = 0; i < PATIENCE && answer; i++) {
        command(55, 0);
        release();
        answer = command(41, 0x40000000);
        release();
    }
    EQ(answer, 0);
}

/* What a command answers in a data block, with its CRC. */
static void read_data(uint8_t number, uint32_t argument, uint8_t *to, int bytes)
{
    uint8_t token = 0xFF;

    EQ(command(number, argument), 0);
    for (int i = 0; i < PATIENCE && token == 0xFF; i++)
        token = exchange(0xFF);
    EQ(token, 0xFE);
    for (int i = 0; i < bytes + CRC_BYTES; i++)
        to[i] = exchange(0xFF);
    release();
}

#endif

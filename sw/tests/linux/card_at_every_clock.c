/* The SD card's answers arrive at every clock that the SPI controller makes, the fastest too
 * (sckdiv 0, half the machine's own), where a bit is read in the cycle after its edge. Wants a
 * card whose first block is a partition table.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define SPI(offset) (*(volatile uint32_t *)(0x10050000 + (offset)))
#define SCKDIV SPI(0x00)
#define CSMODE SPI(0x18)
#define TXDATA SPI(0x48)
#define RXDATA SPI(0x4C)
#define EMPTY 0x80000000u
#define CS_HOLD 2
#define CS_OFF 3
#define BLOCK 512
#define PATIENCE 1000

static uint8_t swap(uint8_t byte)
{
    uint32_t in;

    TXDATA = byte;
    while ((in = RXDATA) & EMPTY)
        ;
    return (uint8_t)in;
}

/* The first byte of the answer; the card stays selected. */
static uint8_t command(uint8_t number, uint32_t arg)
{
    uint8_t answer = 0xFF;

    CSMODE = CS_HOLD;
    swap(0xFF);
    swap(0x40 | number);
    for (int shift = 24; shift >= 0; shift -= 8)
        swap((uint8_t)(arg >> shift));
    swap(number == 8 ? 0x87 : 0x95);
    for (int i = 0; i < 10 && (answer & 0x80); i++)
        answer = swap(0xFF);
    return answer;
}

static void release(void)
{
    CSMODE = CS_OFF;
    swap(0xFF);
}

static void start_card(void)
{
    uint8_t answer = 0xFF;

    CSMODE = CS_OFF;
    for (int i = 0; i < 10; i++)
        swap(0xFF);
    EQ(command(0, 0), 1);
    release();
    EQ(command(8, 0x1AA), 1);
    for (int i = 0; i < 4; i++)
        answer = swap(0xFF);
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

static void read_block(uint8_t *to)
{
    uint8_t token = 0xFF;

    EQ(command(17, 0), 0);
    for (int i = 0; i < PATIENCE && token == 0xFF; i++)
        token = swap(0xFF);
    EQ(token, 0xFE);
    for (int i = 0; i < BLOCK; i++)
        to[i] = swap(0xFF);
    swap(0xFF); /* the CRC */
    swap(0xFF);
    release();
}

int main(void)
{
    static uint8_t first[BLOCK], again[BLOCK];

    SCKDIV = 12;
    start_card();
    read_block(first);
    EQ(first[510], 0x55);
    EQ(first[511], 0xAA);
    for (uint32_t div = 8; div-- > 0;) {
        SCKDIV = div;
        start_card();
        read_block(again);
        for (int i = 0; i < BLOCK; i++)
            EQ(again[i], first[i]);
    }
    return 0;
}

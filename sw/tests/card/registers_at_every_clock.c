/* The card's CID and CSD read the same, with right checksums, at every clock of the SPI
 * controller down to half the processor's.
 * Machine: Gatehouse, with a card
 * SPDX-License-Identifier: ISC */
#include "../test.h"

#define SPI(o) (*(volatile unsigned *)(0x10050000 + (o)))
#define SCKDIV SPI(0x00)
#define CSMODE SPI(0x18)
#define CS_HOLD 2
#define CS_OFF 3
#define TXDATA SPI(0x48)
#define RXDATA SPI(0x4C)
#define EMPTY 0x80000000u
#define BYTES 16

typedef unsigned char byte;

static unsigned exchange(unsigned out)
{
    unsigned in;
    TXDATA = out;
    while ((in = RXDATA) & EMPTY)
        ;
    return in;
}

static unsigned command(unsigned number, unsigned argument, unsigned checksum)
{
    unsigned r1 = 0xFF;
    CSMODE = CS_HOLD;
    exchange(0xFF);
    exchange(0x40 | number);
    for (int shift = 24; shift >= 0; shift -= 8)
        exchange(argument >> shift & 0xFF);
    exchange(checksum);
    for (int n = 0; n < 10 && r1 & 0x80; n++)
        r1 = exchange(0xFF);
    return r1;
}

static void release(void)
{
    CSMODE = CS_OFF;
    exchange(0xFF);
}

static void wake(void)
{
    unsigned r1 = 1;
    SCKDIV = 31;
    CSMODE = CS_OFF;
    for (int i = 0; i < 10; i++)
        exchange(0xFF);
    EQ(command(0, 0, 0x95), 1);
    release();
    EQ(command(8, 0x1AA, 0x87), 1);
    release();
    for (int n = 0; n < 20 && r1; n++) {
        command(55, 0, 0xFF);
        release();
        r1 = command(41, 0x40000000, 0xFF);
        release();
    }
    EQ(r1, 0);
}

/* CMD9 or CMD10: a data block of the register and its CRC16. */
static void read_register(unsigned number, byte *to)
{
    unsigned token = 0xFF;
    EQ(command(number, 0, 0xFF), 0);
    for (int n = 0; n < 100 && token == 0xFF; n++)
        token = exchange(0xFF);
    EQ(token, 0xFE);
    for (int i = 0; i < BYTES + 2; i++)
        to[i] = exchange(0xFF);
    release();
}

/* The register's last byte: CRC7 of those before it, and a 1. */
static unsigned crc7(const byte *p, int n)
{
    unsigned crc = 0;
    for (int bit = 0; bit < 8 * n; bit++) {
        unsigned in = p[bit / 8] >> (7 - bit % 8) & 1;
        crc = crc << 1 ^ ((crc >> 6 & 1) != in ? 0x09 : 0);
        crc &= 0x7F;
    }
    return crc << 1 | 1;
}

int main(void)
{
    static const byte dividers[] = {31, 7, 3, 2, 1, 0};
    byte first[2][BYTES + 2], now[BYTES + 2];
    wake();
    for (unsigned d = 0; d < sizeof dividers; d++)
        for (unsigned number = 9; number <= 10; number++) {
            SCKDIV = dividers[d];
            read_register(number, d ? now : first[number - 9]);
            for (int i = 0; d && i < BYTES + 2; i++)
                EQ(now[i], first[number - 9][i]);
            EQ(first[number - 9][BYTES - 1], crc7(first[number - 9], BYTES - 1));
        }
    EQ(first[0][0], 0x40); /* CSD version 2.0 */
    return 0;
}

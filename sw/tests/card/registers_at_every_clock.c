/* The card's CID and CSD read the same, with right checksums, at every clock of the SPI
 * controller down to half the processor's.
 * Machine: Gatehouse, with a card
 * SPDX-License-Identifier: ISC */
#include "card.h"

#define BYTES 16

/* The register's last byte: CRC7 of those before it, and a 1. */
static unsigned crc7(const uint8_t *p, int n)
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
    static const uint8_t dividers[] = {31, 7, 3, 2, 1, 0};
    uint8_t first[2][BYTES + CRC_BYTES], now[BYTES + CRC_BYTES];
    SCKDIV = 31;
    start_card();
    for (unsigned d = 0; d < sizeof dividers; d++)
        for (uint8_t number = 9; number <= 10; number++) { /* CSD, CID */
            SCKDIV = dividers[d];
            read_data(number, 0, d ? now : first[number - 9], BYTES);
            for (int i = 0; d && i < BYTES + CRC_BYTES; i++)
                EQ(now[i], first[number - 9][i]);
            EQ(first[number - 9][BYTES - 1], crc7(first[number - 9], BYTES - 1));
        }
    EQ(first[0][0], 0x40); /* CSD version 2.0 */
    return 0;
}

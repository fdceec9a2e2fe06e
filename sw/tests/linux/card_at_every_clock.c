/* The SD card's answers arrive at every clock that the SPI controller makes, the fastest too
 * (sckdiv 0, half the machine's own), where a bit is read in the cycle after its edge. Wants a
 * card whose first block is a partition table.
 * Machine: Gatehouse
 * SPDX-License-Identifier: ISC */
#include "../card/card.h"

#define BLOCK 512

int main(void)
{
    static uint8_t first[BLOCK + CRC_BYTES], again[BLOCK + CRC_BYTES];

    SCKDIV = 12;
    start_card();
    read_data(17, 0, first, BLOCK);
    EQ(first[510], 0x55);
    EQ(first[511], 0xAA);
    for (uint32_t div = 8; div-- > 0;) {
        SCKDIV = div;
        start_card();
        read_data(17, 0, again, BLOCK);
        for (int i = 0; i < BLOCK + CRC_BYTES; i++)
            EQ(again[i], first[i]);
    }
    return 0;
}

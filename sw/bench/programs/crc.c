/* CRC: CRC-32 (IEEE 802.3) by a table of 256 words, and CRC-16 (reflected
 * 0x8005) a bit at a time, over the same block.
 * SPDX-License-Identifier: ISC */
#include "bench.h"

#define BLOCK 1024

static uint32_t table[256];
static uint8_t block[BLOCK];

static void make_table(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t crc = i;

        for (int bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (0xEDB88320u & -(crc & 1));
        table[i] = crc;
    }
}

static uint32_t crc32(const uint8_t *p, unsigned size)
{
    uint32_t crc = 0xFFFFFFFFu;

    while (size-- > 0)
        crc = table[(crc ^ *p++) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

static uint16_t crc16(const uint8_t *p, unsigned size)
{
    uint16_t crc = 0;

    while (size-- > 0) {
        crc ^= *p++;
        for (int bit = 0; bit < 8; bit++)
            crc = (uint16_t)((crc >> 1) ^ (0xA001 & -(crc & 1)));
    }
    return crc;
}

static uint32_t pass(void)
{
    uint32_t seed = 11;

    for (int i = 0; i < BLOCK; i++)
        block[i] = (uint8_t)lcg(&seed);
    make_table();
    return crc32(block, BLOCK) ^ crc16(block, BLOCK / 4);
}

const struct bench bench = { .name = "crc", .passes = 5, .expect = 0x52A270B3, .pass = pass };

/* The registers of the SD card (CID, CSD version 2.0, SCR, SD status, switch
 * status) and CRC7, CRC16.
 * SPDX-License-Identifier: ISC */
#include "sdcard_data.h"

#include <string.h>

/* x^7 + x^3 + 1 */
uint8_t sd_crc7(const uint8_t *bytes, size_t n)
{
    uint8_t crc = 0; /* in bits 7:1 */

    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 0x80 ? (uint8_t)(crc << 1) ^ 0x12 : crc << 1;
    }
    return crc | 1;
}

/* x^16 + x^12 + x^5 + 1 */
uint16_t sd_crc16(const uint8_t *bytes, size_t n)
{
    uint16_t crc = 0;

    for (size_t i = 0; i < n; i++) {
        crc ^= (uint16_t)(bytes[i] << 8);
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 0x8000 ? (uint16_t)(crc << 1) ^ 0x1021 : crc << 1;
    }
    return crc;
}

void sd_make_cid(uint8_t cid[SD_CID_BYTES])
{
    static const uint8_t content[SD_CID_BYTES - 1] = {
        0x00,                    /* MID: none assigned */
        'G', 'H',                /* OID */
        'G', 'A', 'T', 'E', 'S', /* PNM */
        0x10,                    /* PRV 1.0 */
        0x00, 0x00, 0x00, 0x01,  /* PSN */
        0x01, 0x91,              /* MDT: September 2025 */
    };

    memcpy(cid, content, sizeof content);
    cid[SD_CID_BYTES - 1] = sd_crc7(cid, SD_CID_BYTES - 1);
}

void sd_make_csd(uint8_t csd[SD_CSD_BYTES], uint32_t sectors, bool read_only)
{
    uint32_t c_size = sectors / 1024 - 1;

    memset(csd, 0, SD_CSD_BYTES);
    csd[0] = 0x40;                /* CSD_STRUCTURE: version 2.0 */
    csd[1] = 0x0E;                /* TAAC: 1 ms, fixed */
    csd[3] = 0x32;                /* TRAN_SPEED: 25 MHz */
    csd[4] = 0x51;                /* CCC: classes 0, 2, 4, 8 and 10 */
    csd[5] = 0x59;                /* and READ_BL_LEN: 512 */
    csd[7] = c_size >> 16 & 0x3F; /* C_SIZE */
    csd[8] = c_size >> 8 & 0xFF;
    csd[9] = c_size & 0xFF;
    csd[10] = 0x7F;               /* ERASE_BLK_EN, SECTOR_SIZE: 64 KiB, fixed */
    csd[11] = 0x80;
    csd[12] = 0x0A;               /* R2W_FACTOR 4, WRITE_BL_LEN: 512 */
    csd[13] = 0x40;
    csd[14] = read_only ? 0x10 : 0; /* TMP_WRITE_PROTECT */
    csd[15] = sd_crc7(csd, SD_CSD_BYTES - 1);
}

void sd_make_scr(uint8_t scr[SD_SCR_BYTES])
{
    memset(scr, 0, SD_SCR_BYTES);
    scr[0] = 0x02; /* SD_SPEC: 2.00 or later */
    scr[1] = 0x05; /* no security; bus widths 1 and 4 */
    scr[2] = 0x80; /* SD_SPEC3: 3.0x */
}

/* Bus width 1, an ordinary card, nothing said of speed: all zero. */
void sd_make_status(uint8_t status[SD_STATUS_BYTES])
{
    memset(status, 0, SD_STATUS_BYTES);
}

void sd_make_switch(uint8_t status[SD_SWITCH_BYTES], uint32_t argument)
{
    memset(status, 0, SD_SWITCH_BYTES);
    status[1] = 50; /* mA */
    for (unsigned i = 2; i < 14; i += 2) { /* functions 0 and 15 of groups 6-1 */
        status[i] = 0x80;
        status[i + 1] = 0x01;
    }
    /* Each nibble of the argument asks for a function of a group, 15 meaning
     * the current one; the answer is 0, or 15 for one that is not there. */
    for (unsigned group = 0; group < 6; group++) {
        unsigned asked = argument >> 4 * group & 0xF;
        unsigned answer = asked == 0 || asked == 15 ? 0 : 15;

        status[16 - group / 2] |= answer << 4 * (group % 2);
    }
}

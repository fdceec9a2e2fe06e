/* What an SD card tells about itself, and the checksums of its protocol
 * (SD Physical Layer Simplified Specification, 4.5, 4.3.10, 5).
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_SDCARD_DATA_H
#define GATEHOUSE_SDCARD_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SD_CID_BYTES 16u
#define SD_CSD_BYTES 16u
#define SD_SCR_BYTES 8u
#define SD_STATUS_BYTES 64u
#define SD_SWITCH_BYTES 64u

/* CRC7, in bits 7:1 with the end bit 1 below, as it stands in a command. */
uint8_t sd_crc7(const uint8_t *bytes, size_t n);
uint16_t sd_crc16(const uint8_t *bytes, size_t n);

void sd_make_cid(uint8_t cid[SD_CID_BYTES]);
/* `sectors` is a multiple of 1024. */
void sd_make_csd(uint8_t csd[SD_CSD_BYTES], uint32_t sectors, bool read_only);
void sd_make_scr(uint8_t scr[SD_SCR_BYTES]);
void sd_make_status(uint8_t status[SD_STATUS_BYTES]);
/* The answer to CMD6: only the default function of each group is there. */
void sd_make_switch(uint8_t status[SD_SWITCH_BYTES], uint32_t argument);

#endif

/* A disk image in a temporary file, and a card on it.
 * SPDX-License-Identifier: ISC */
#ifndef GATEHOUSE_CARD_IMAGE_H
#define GATEHOUSE_CARD_IMAGE_H

#include "../sdcard.h"

/* An image of this many sectors; byte i of sector s is (s * 7 + i) mod 256.
 * The file has no name left, so it goes when the card is closed. */
struct sdcard *card_new(unsigned sectors, bool read_only);

/* The image itself, in a file of this name, to be unlinked by the caller. */
#define CARD_IMAGE_NAME "/tmp/gatehouse-card-XXXXXX"
void card_image(char name[sizeof CARD_IMAGE_NAME], unsigned sectors);

static inline uint8_t card_byte(unsigned sector, unsigned i)
{
    return sector * 7 + i;
}

#endif

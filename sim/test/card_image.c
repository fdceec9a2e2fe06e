/* A disk image in a temporary file.
 * SPDX-License-Identifier: ISC */
#include "card_image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void card_image(char name[sizeof CARD_IMAGE_NAME], unsigned sectors)
{
    int fd;
    FILE *f;

    memcpy(name, CARD_IMAGE_NAME, sizeof CARD_IMAGE_NAME);
    fd = mkstemp(name);
    f = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!f) {
        perror(name);
        exit(1);
    }
    for (unsigned s = 0; s < sectors; s++)
        for (unsigned i = 0; i < SDCARD_SECTOR_BYTES; i++)
            putc(card_byte(s, i), f);
    fclose(f);
}

struct sdcard *card_new(unsigned sectors, bool read_only)
{
    char name[sizeof CARD_IMAGE_NAME];
    struct sdcard *card;

    card_image(name, sectors);
    card = sdcard_open(name, read_only);
    unlink(name);
    return card;
}

/* A disk image in a temporary file.
 * SPDX-License-Identifier: ISC */
#include "card_image.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct sdcard *card_new(unsigned sectors, bool read_only)
{
    char path[] = "/tmp/gatehouse-card-XXXXXX";
    int fd = mkstemp(path);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "wb");
    struct sdcard *card;

    if (!f) {
        perror(path);
        exit(1);
    }
    for (unsigned s = 0; s < sectors; s++)
        for (unsigned i = 0; i < SDCARD_SECTOR_BYTES; i++)
            putc(card_byte(s, i), f);
    fclose(f);
    card = sdcard_open(path, read_only);
    unlink(path);
    return card;
}

/* Binds the simulator's SD card to the boards' benches. One card, whose file is left as it is.
 * SPDX-License-Identifier: ISC */
#include <stddef.h>

#include "../../sim/sdcard.h"

int board_card_open(const char *path);
int board_card_pins(int cs_n, int sck, int mosi);

static struct sdcard *card;

int board_card_open(const char *path)
{
    card = sdcard_open_snapshot(path);
    return card != NULL;
}

int board_card_pins(int cs_n, int sck, int mosi)
{
    return sdcard_pins(card, cs_n, sck, mosi);
}

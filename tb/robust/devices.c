/* The simulator with a card that misbehaves, or a typist who stops for a while, for devices.sh:
 *
 *     devices [--slow=BYTES] [--silent-after=EDGES] [--fail-read=SECTOR] [--fail-write=SECTOR]
 *             [--pause-after=CHARACTERS] -- OPTIONS
 *
 * EDGES are changes of the pins. The simulator is the real one; its card gets
 * the faults as it is opened.
 * SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "../../sim/sdcard.h"

int simulator_main(int argc, char **argv);
struct sdcard *__real_sdcard_open(const char *path, bool read_only);
struct sdcard *__wrap_sdcard_open(const char *path, bool read_only);
int __real_sdcard_pins(struct sdcard *card, int cs_n, int sck, int mosi);
int __wrap_sdcard_pins(struct sdcard *card, int cs_n, int sck, int mosi);
int __real_console_get(void *console);
int __wrap_console_get(void *console);

#define PAUSE 1000000 /* cycles in which the line could bring a character */

static unsigned slow;
static unsigned long long silent_after; /* edges of the clock; 0: never */
static long fail_read = -1, fail_write = -1;
static unsigned long long edges;
static unsigned long pause_after, typed, paused;

struct sdcard *__wrap_sdcard_open(const char *path, bool read_only)
{
    struct sdcard *card = __real_sdcard_open(path, read_only);

    if (!card)
        return NULL;
    sdcard_slow(card, slow);
    if (fail_read >= 0)
        sdcard_fail_read(card, (uint32_t)fail_read);
    if (fail_write >= 0)
        sdcard_fail_write(card, (uint32_t)fail_write);
    return card;
}

int __wrap_sdcard_pins(struct sdcard *card, int cs_n, int sck, int mosi)
{
    if (silent_after && ++edges == silent_after)
        sdcard_silence(card, true);
    return __real_sdcard_pins(card, cs_n, sck, mosi);
}

int __wrap_console_get(void *console)
{
    if (pause_after && typed == pause_after && paused < PAUSE) {
        paused++;
        return -1;
    }
    typed++;
    return __real_console_get(console);
}

int main(int argc, char **argv)
{
    int i = 1;

    for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--slow=", 7) == 0)
            slow = (unsigned)strtoul(argv[i] + 7, NULL, 10);
        else if (strncmp(argv[i], "--silent-after=", 15) == 0)
            silent_after = strtoull(argv[i] + 15, NULL, 10);
        else if (strncmp(argv[i], "--fail-read=", 12) == 0)
            fail_read = strtol(argv[i] + 12, NULL, 10);
        else if (strncmp(argv[i], "--fail-write=", 13) == 0)
            fail_write = strtol(argv[i] + 13, NULL, 10);
        else if (strncmp(argv[i], "--pause-after=", 14) == 0)
            pause_after = strtoul(argv[i] + 14, NULL, 10);
        else {
            fprintf(stderr, "devices: what is %s?\n", argv[i]);
            return 2;
        }
    }
    if (i == argc)
        return 2;
    argv[i] = argv[0];
    return simulator_main(argc - i, argv + i);
}

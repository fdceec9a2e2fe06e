/* mkdisk scenario images-directory disk-image: makes the disk that a scenario's
 * line asks for,
 *
 *   disk BLOCKS SWAP [bad=BLOCK] FILE[:IMAGE] ...
 *
 * BLOCKS of 4 KiB, the last SWAP of them for paging. A file is the module's
 * image of that name (or of the other name) or, if there is none, a text beside
 * the scenario. With bad=, the files lie from that block on, which may be past
 * the card's end; SWAP may reach past it, too: reads there fail.
 * SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fs.h"

static uint8_t disk[FS_MAX_BLOCKS][FS_BLOCK];

static void fail(const char *what, const char *detail)
{
    fprintf(stderr, "mkdisk: %s%s\n", what, detail);
    exit(1);
}

int disk_read(uint32_t sector, void *dst)
{
    memcpy(dst, disk[0] + sector * FS_SECTOR, FS_SECTOR);
    return 0;
}

int disk_write(uint32_t sector, const void *src)
{
    memcpy(disk[0] + sector * FS_SECTOR, src, FS_SECTOR);
    return 0;
}

static void add(char *name, const char *images, const char *beside)
{
    char path[512];
    uint8_t buffer[FS_BLOCK];
    size_t n;
    char *colon = strchr(name, ':');
    const char *source = colon ? colon + 1 : name;
    if (colon)
        *colon = 0;
    snprintf(path, sizeof path, "%s/%s.elf", images, source);
    FILE *f = fopen(path, "rb");
    if (!f) {
        snprintf(path, sizeof path, "%s/%s.txt", beside, name);
        f = fopen(path, "rb");
    }
    if (!f)
        fail("no such image or file: ", name);
    int file = strlen(name) < NAME_MAX ? fs_create(name) : E_TOOBIG;
    while (file >= 0 && (n = fread(buffer, 1, FS_BLOCK, f)) > 0)
        if (fs_append(file, buffer, n) < 0)
            file = E_FULL;
    fclose(f);
    if (file < 0)
        fail("too long a name, or too much: ", name);
}

int main(int argc, char **argv)
{
    static uint8_t directory[FS_BLOCK], chains[FS_BLOCK];
    char line[1024], *w = NULL, beside[256];
    if (argc != 4)
        fail("usage: mkdisk scenario images-directory disk-image", "");
    FILE *f = fopen(argv[1], "r");
    if (!f)
        fail("cannot read ", argv[1]);
    while (fgets(line, sizeof line, f))
        if ((w = strtok(line, " \n")) && !strcmp(w, "disk"))
            break;
        else
            w = NULL;
    fclose(f);
    if (!w)
        return 0;
    snprintf(beside, sizeof beside, "%.*s", (int)(strrchr(argv[1], '/') - argv[1]), argv[1]);
    char *size = strtok(NULL, " \n"), *room = strtok(NULL, " \n");
    uint32_t blocks = size ? strtoul(size, NULL, 0) : 0, swap = room ? strtoul(room, NULL, 0) : 0;
    uint32_t first = 3, swap_at = swap < blocks ? blocks - swap : blocks;
    if (blocks < 4 || blocks > FS_MAX_BLOCKS)
        fail("how many blocks?", "");
    w = strtok(NULL, " \n");
    if (w && !strncmp(w, "bad=", 4)) {
        first = strtoul(w + 4, NULL, 0);
        w = strtok(NULL, " \n");
    }
    if (fs_format(first > 3 ? FS_MAX_BLOCKS : swap_at, first, swap_at, swap) ||
        fs_init(directory, chains))
        fail("cannot format", "");
    for (; w; w = strtok(NULL, " \n"))
        add(w, argv[2], beside);
    f = fopen(argv[3], "wb");
    if (!f || fwrite(disk, FS_BLOCK, blocks, f) != blocks || fclose(f))
        fail("cannot write ", argv[3]);
    return 0;
}

/* mkdisk scenario images-directory disk-image: makes the disk that a scenario's
 * line asks for,
 *
 *   disk BLOCKS SWAP [bad=BLOCK] FILE[:IMAGE] ...
 *
 * BLOCKS of 4 KiB, the last SWAP of them for paging. A file is the module's
 * image of that name (or of the other name) or, if there is none, a text beside
 * the scenario. (Layout: sw/kernel/fs.c.) With bad=, the files after it lie from that block on, which may be
 * past the card's end; SWAP may reach past it, too: reads there fail.
 * SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 4096, NBLOCKS = 2048, NFILES = 128, NAME = 16 };

struct entry {
    char name[NAME];
    uint32_t size;
    uint16_t first, reserved;
    uint32_t unused[2];
};

static struct entry dir[NFILES];
static uint16_t chain[NBLOCKS];
static uint8_t (*disk)[BLOCK];
static unsigned blocks, next = 3, nfiles;

static void fail(const char *what, const char *detail)
{
    fprintf(stderr, "mkdisk: %s%s\n", what, detail);
    exit(1);
}

static void add(char *name, const char *images, const char *beside)
{
    char path[512];
    uint8_t buffer[BLOCK];
    size_t n;
    char *colon = strchr(name, ':');
    const char *source = colon ? colon + 1 : name;
    if (colon)
        *colon = 0;
    if (strlen(name) >= NAME || nfiles == NFILES)
        fail("too long a name, or too many files: ", name);
    struct entry *e = &dir[nfiles++];
    snprintf(path, sizeof path, "%s/%s.elf", images, source);
    FILE *f = fopen(path, "rb");
    if (!f) {
        snprintf(path, sizeof path, "%s/%s.txt", beside, name);
        f = fopen(path, "rb");
    }
    if (!f)
        fail("no such image or file: ", name);
    strcpy(e->name, name);
    for (unsigned last = 0; (n = fread(buffer, 1, BLOCK, f)) > 0; last = next++) {
        if (next >= NBLOCKS)
            fail("the disk is full: ", name);
        if (next < blocks) {
            memset(disk[next], 0, BLOCK);
            memcpy(disk[next], buffer, n);
        }
        if (last)
            chain[last] = next;
        else
            e->first = next;
        chain[next] = 0xFFFF;
        e->size += n;
    }
    fclose(f);
}

int main(int argc, char **argv)
{
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
    blocks = strtoul(strtok(NULL, " \n"), NULL, 0);
    unsigned swap = strtoul(strtok(NULL, " \n"), NULL, 0);
    if (blocks < 4 || blocks > NBLOCKS)
        fail("how many blocks?", "");
    disk = calloc(blocks, BLOCK);
    unsigned swap_at = swap < blocks ? blocks - swap : blocks;
    while ((w = strtok(NULL, " \n"))) {
        if (!strncmp(w, "bad=", 4))
            next = strtoul(w + 4, NULL, 0);
        else
            add(w, argv[2], beside);
    }
    uint32_t layout[5] = {0x53464847, next > blocks ? NBLOCKS : swap_at, 3, swap_at, swap};
    memcpy(disk[0], layout, sizeof layout);
    memcpy(disk[1], dir, BLOCK);
    memcpy(disk[2], chain, BLOCK);
    f = fopen(argv[3], "wb");
    if (!f || fwrite(disk, BLOCK, blocks, f) != blocks || fclose(f))
        fail("cannot write ", argv[3]);
    return 0;
}

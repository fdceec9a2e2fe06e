/* Files on the disk. Blocks of 4 KiB: 0 says how the disk is laid out, 1 is the
 * directory, 2 the chains (the block after each block), then come data, and
 * last the room for swapped pages. Directory and chains are kept in memory and
 * written through. (mkdisk makes such disks.)
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

#define MAGIC 0x53464847 /* "GHFS" */
#define BLOCK PAGE_SIZE
#define SECTORS (BLOCK / SECTOR) /* in a block */
#define NFILES (BLOCK / sizeof(struct entry))
#define NBLOCKS (BLOCK / sizeof(uint16_t))
#define LAST 0xFFFF /* in the chain: no block behind this one */

struct entry { /* a file; free if it has no name */
    char name[NAME_MAX];
    uint32_t size;
    uint16_t first, reserved; /* block; 0: none */
    uint32_t unused[2];
};

static struct {
    uint32_t magic, blocks, data, swap, swap_blocks;
} layout;
static struct entry *dir; /* a block each; dir is 0 without a disk */
static uint16_t *chain;
static uint8_t buffer[SECTOR]; /* of the sector: */
static uint32_t buffered = -1;

static int read_block(uint32_t block, void *dst)
{
    int error = 0;
    for (uint32_t i = 0; i < SECTORS && !error; i++)
        error = sd_read(block * SECTORS + i, (uint8_t *)dst + i * SECTOR);
    return error;
}

static int fetch(uint32_t sector)
{
    if (sector == buffered)
        return 0;
    buffered = -1;
    if (sd_read(sector, buffer))
        return E_IO;
    buffered = sector;
    return 0;
}

/* Write through what changed at `at` in the directory or the chains. */
static int save(const void *table, uint32_t block, const void *at)
{
    uint32_t i = ((uint32_t)at - (uint32_t)table) / SECTOR;
    return sd_write(block * SECTORS + i, (const uint8_t *)table + i * SECTOR);
}

/* E_IO: no card, or no file system of ours on it. */
int fs_init(void)
{
    struct entry *d = frame_alloc();
    chain = frame_alloc();
    if (sd_init() || fetch(0))
        return E_IO;
    memcpy(&layout, buffer, sizeof layout);
    if (layout.magic != MAGIC || layout.blocks > NBLOCKS || read_block(1, d) || read_block(2, chain))
        return E_IO;
    dir = d;
    swap_init(layout.swap, layout.swap_blocks);
    return 0;
}

int fs_find(const char *name)
{
    for (uint32_t i = 0; dir && i < NFILES; i++)
        if (dir[i].name[0] && !strcmp(dir[i].name, name))
            return i;
    return E_NONE;
}

uint32_t fs_size(int file)
{
    return dir[file].size;
}

/* The sector of a file's byte, 0 if it has none. The chain is the disk's word:
 * it may be nonsense, but not take us out of bounds. */
static uint32_t sector_of(int file, uint32_t offset)
{
    uint32_t b = dir[file].first;
    for (uint32_t i = offset / BLOCK; i && b && b < layout.blocks; i--)
        b = chain[b];
    return b && b < layout.blocks ? b * SECTORS + offset % BLOCK / SECTOR : 0;
}

/* The number of bytes read, fewer at the file's end; or E_IO. */
int fs_read(int file, uint32_t offset, void *dst, uint32_t len)
{
    uint8_t *d = dst;
    if (offset >= dir[file].size)
        return 0;
    if (len > dir[file].size - offset)
        len = dir[file].size - offset;
    for (uint32_t n, left = len; left; left -= n, offset += n, d += n) {
        uint32_t sector = sector_of(file, offset), in = offset % SECTOR;
        n = SECTOR - in < left ? SECTOR - in : left;
        if (!sector)
            return E_IO;
        if (n == SECTOR && sector != buffered) {
            if (sd_read(sector, d))
                return E_IO;
        } else {
            if (fetch(sector))
                return E_IO;
            memcpy(d, buffer + in, n);
        }
    }
    return len;
}

/* A free block, chained behind `before` (0: the file's first). */
static uint32_t new_block(int file, uint32_t before)
{
    for (uint32_t b = layout.data; b < layout.blocks; b++) {
        if (chain[b])
            continue;
        chain[b] = LAST;
        if (before)
            chain[before] = b;
        else
            dir[file].first = b;
        if (save(chain, 2, &chain[b]) || save(chain, 2, &chain[before]))
            return 0;
        return b;
    }
    return 0;
}

/* At the file's end only. len bytes or an error: E_FULL, E_IO. */
int fs_append(int file, const void *src, uint32_t len)
{
    const uint8_t *s = src;
    for (uint32_t n, left = len; left; left -= n, s += n) {
        uint32_t size = dir[file].size, in = size % SECTOR;
        n = SECTOR - in < left ? SECTOR - in : left;
        if (size % BLOCK == 0) {
            uint32_t b = dir[file].first;
            while (b && b < layout.blocks && chain[b] != LAST)
                b = chain[b];
            if (!new_block(file, b))
                return E_FULL;
        }
        uint32_t sector = sector_of(file, size);
        if (!sector || (in && fetch(sector)))
            return E_IO;
        buffered = sector;
        memcpy(buffer + in, s, n);
        if (sd_write(sector, buffer))
            return E_IO;
        dir[file].size += n;
    }
    return save(dir, 1, &dir[file]) ? E_IO : (int)len;
}

/* An empty file of that name: the old one emptied, or a new one. */
int fs_create(const char *name)
{
    int file = fs_find(name);
    for (uint32_t i = 0; dir && file < 0 && i < NFILES; i++)
        if (!dir[i].name[0])
            file = i;
    if (!dir || file < 0)
        return dir ? E_FULL : E_NONE;
    for (uint32_t b = dir[file].first, next; b && b < layout.blocks; b = next) {
        next = chain[b];
        chain[b] = 0;
        if (save(chain, 2, &chain[b]))
            return E_IO;
    }
    dir[file] = (struct entry){0};
    memcpy(dir[file].name, name, NAME_MAX);
    return save(dir, 1, &dir[file]) ? E_IO : file;
}

/* Fills in the first file at or behind `i`; the number to ask for next. */
int fs_list(uint32_t i, struct file_info *info)
{
    for (; dir && i < NFILES; i++)
        if (dir[i].name[0]) {
            memcpy(info->name, dir[i].name, NAME_MAX);
            info->size = dir[i].size;
            return i + 1;
        }
    return E_NONE;
}

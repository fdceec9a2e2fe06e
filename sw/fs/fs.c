/* What the disk says (chains, sizes) is not believed: it may be nonsense, but
 * neither take us out of bounds nor round in circles.
 * SPDX-License-Identifier: ISC */
#include "fs.h"

#define MAGIC 0x53464847 /* "GHFS" */
#define NFILES (FS_BLOCK / sizeof(struct entry))
#define DIRECTORY 1 /* blocks */
#define CHAINS 2
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
static struct entry *dir; /* 0 without a disk */
static uint16_t *chain;
static uint8_t buffer[FS_SECTOR]; /* of the sector: */
static uint32_t buffered = -1;

static int fetch(uint32_t sector)
{
    if (sector == buffered)
        return 0;
    buffered = -1;
    if (disk_read(sector, buffer))
        return E_IO;
    buffered = sector;
    return 0;
}

static int read_block(uint32_t block, uint8_t *dst)
{
    int error = 0;
    for (uint32_t i = 0; i < FS_SECTORS && !error; i++)
        error = disk_read(block * FS_SECTORS + i, dst + i * FS_SECTOR);
    return error;
}

/* Write through what changed at `at` in the directory or the chains. */
static int save(const void *table, uint32_t block, const void *at)
{
    uint32_t i = ((const uint8_t *)at - (const uint8_t *)table) / FS_SECTOR;
    return disk_write(block * FS_SECTORS + i, (const uint8_t *)table + i * FS_SECTOR);
}

int fs_format(uint32_t blocks, uint32_t first, uint32_t swap_at, uint32_t swap)
{
    static const uint8_t zeros[FS_SECTOR];
    int error = 0;
    layout.magic = MAGIC;
    layout.blocks = blocks;
    layout.data = first;
    layout.swap = swap_at;
    layout.swap_blocks = swap;
    buffered = -1;
    memset(buffer, 0, sizeof buffer);
    memcpy(buffer, &layout, sizeof layout);
    for (uint32_t i = 0; i < (CHAINS + 1) * FS_SECTORS && !error; i++)
        error = disk_write(i, i ? zeros : buffer);
    return error;
}

int fs_init(void *directory, void *chains)
{
    if (fetch(0))
        return E_IO;
    memcpy(&layout, buffer, sizeof layout);
    if (layout.magic != MAGIC || layout.blocks > FS_MAX_BLOCKS ||
        read_block(DIRECTORY, directory) || read_block(CHAINS, chains))
        return E_IO;
    dir = directory;
    chain = chains;
    return 0;
}

uint32_t fs_swap(uint32_t *blocks)
{
    *blocks = layout.swap_blocks;
    return layout.swap;
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

/* The index-th block of a file; 0 if it has none. */
static uint32_t block_of(int file, uint32_t index)
{
    uint32_t b = dir[file].first;
    while (index-- && b && b < layout.blocks)
        b = chain[b];
    return b < layout.blocks ? b : 0;
}

static uint32_t sector_in(uint32_t block, uint32_t offset)
{
    return block * FS_SECTORS + offset % FS_BLOCK / FS_SECTOR;
}

/* What of `len` bytes lies in the sector of `offset`. */
static uint32_t part(uint32_t offset, uint32_t len)
{
    uint32_t n = FS_SECTOR - offset % FS_SECTOR;
    return n < len ? n : len;
}

int fs_read(int file, uint32_t offset, void *dst, uint32_t len)
{
    uint8_t *d = dst;
    if (offset >= dir[file].size)
        return 0;
    if (len > dir[file].size - offset)
        len = dir[file].size - offset;
    for (uint32_t n, left = len; left; left -= n, offset += n, d += n) {
        uint32_t block = block_of(file, offset / FS_BLOCK), sector = sector_in(block, offset);
        n = part(offset, left);
        if (!block)
            return E_IO;
        if (n == FS_SECTOR && sector != buffered) {
            if (disk_read(sector, d))
                return E_IO;
        } else {
            if (fetch(sector))
                return E_IO;
            memcpy(d, buffer + offset % FS_SECTOR, n);
        }
    }
    return len;
}

/* A free block, chained behind `before` (0: the file's first). */
static int new_block(int file, uint32_t before)
{
    for (uint32_t b = layout.data; b < layout.blocks; b++) {
        if (chain[b])
            continue;
        chain[b] = LAST;
        if (before)
            chain[before] = b;
        else
            dir[file].first = b;
        if (save(chain, CHAINS, &chain[b]) || (before && save(chain, CHAINS, &chain[before])))
            return E_IO;
        return b;
    }
    return E_FULL;
}

int fs_append(int file, const void *src, uint32_t len)
{
    const uint8_t *s = src;
    for (uint32_t n, left = len; left; left -= n, s += n) {
        uint32_t size = dir[file].size, in = size % FS_SECTOR;
        int block = block_of(file, size / FS_BLOCK);
        if (!block)
            block = new_block(file, size ? block_of(file, size / FS_BLOCK - 1) : 0);
        if (block < 0)
            return block;
        uint32_t sector = sector_in(block, size);
        n = part(size, left);
        if (in && fetch(sector))
            return E_IO;
        buffered = sector;
        memcpy(buffer + in, s, n);
        if (disk_write(sector, buffer))
            return E_IO;
        dir[file].size += n;
    }
    return save(dir, DIRECTORY, &dir[file]) ? E_IO : (int)len;
}

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
        if (save(chain, CHAINS, &chain[b]))
            return E_IO;
    }
    memset(&dir[file], 0, sizeof dir[file]);
    memcpy(dir[file].name, name, strlen(name) + 1);
    return save(dir, DIRECTORY, &dir[file]) ? E_IO : file;
}

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

/* A small file system: names of files in one directory, files that are read at
 * any place and written at their end. The kernel has it on the SD card, mkdisk
 * on the host in an image of one.
 *
 * Blocks of 4 KiB: 0 says how the disk is laid out, 1 is the directory, 2 the
 * chains (the block after each block), then come data, and last the room for
 * swapped pages.
 * SPDX-License-Identifier: ISC */
#ifndef FS_H
#define FS_H

#include "abi.h"
#include "common.h"

#define FS_SECTOR 512
#define FS_BLOCK 4096
#define FS_SECTORS (FS_BLOCK / FS_SECTOR) /* in a block */
#define FS_MAX_BLOCKS (FS_BLOCK / sizeof(uint16_t))

/* The disk, for the user of the library to supply: 0, or E_IO. */
int disk_read(uint32_t sector, void *dst);
int disk_write(uint32_t sector, const void *src);

/* An empty disk, before fs_init(): data from block `first` on, and `swap`
 * blocks from block `swap_at` on. */
int fs_format(uint32_t blocks, uint32_t first, uint32_t swap_at, uint32_t swap);

/* Takes a block of memory for the directory and one for the chains, which it
 * keeps and writes through. E_IO: no file system of this kind. */
int fs_init(void *directory, void *chains);

/* The first block of the room for pages; how many there are in *blocks. */
uint32_t fs_swap(uint32_t *blocks);

/* A file is a number, or E_NONE. The others return E_IO if the disk fails. */
int fs_find(const char *name);
uint32_t fs_size(int file);
/* The number of bytes read, fewer at the file's end. */
int fs_read(int file, uint32_t offset, void *dst, uint32_t len);
/* len, or E_FULL. */
int fs_append(int file, const void *src, uint32_t len);
/* An empty file of that name: the old one emptied, or a new one; or E_FULL. */
int fs_create(const char *name);
/* Fills in the first file at or behind `i`; the number to ask for next. */
int fs_list(uint32_t i, struct file_info *info);

#endif

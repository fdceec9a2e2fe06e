/* The archive: images linked into the kernel's own, with what to start at
 * boot and how each should end (made by mkarchive from a scenario's file).
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

extern const uint8_t archive_start[];

struct archive {
    uint32_t magic, entries, frames, symbols, disk;
    struct boot_entry entry[];
};

static const struct archive *archive(void)
{
    return (const struct archive *)archive_start;
}

uint32_t archive_frames(void)
{
    return archive()->frames;
}

bool archive_wants_disk(void)
{
    return archive()->disk;
}

/* The kernel's own symbols, as text; 0: none. */
const char *archive_symbols(void)
{
    return archive()->symbols ? (const char *)archive_start + archive()->symbols : 0;
}

/* 0 past the last one. */
const struct boot_entry *archive_entry(uint32_t i)
{
    return i < archive()->entries ? &archive()->entry[i] : 0;
}

/* The archive is asked first, then the disk. */
int image_find(const char *name, struct image *image)
{
    const struct boot_entry *e;
    for (uint32_t i = 0; (e = archive_entry(i)); i++)
        if (!strcmp(e->image, name) && e->size) {
            *image = (struct image){.mem = archive_start + e->offset, .size = e->size};
            return 0;
        }
    int file = fs_find(name);
    if (file < 0)
        return E_NONE;
    *image = (struct image){.file = file, .size = fs_size(file)};
    return 0;
}

int image_read(const struct image *image, uint32_t offset, void *dst, uint32_t len)
{
    if (offset > image->size || len > image->size - offset)
        return E_INVAL;
    if (!image->mem)
        return fs_read(image->file, offset, dst, len) == (int)len ? 0 : E_IO;
    memcpy(dst, image->mem + offset, len);
    return 0;
}

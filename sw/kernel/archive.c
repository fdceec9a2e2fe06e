/* The archive: images linked into the kernel's own, with what to start at
 * boot and how each should end (made by mkarchive from a scenario's file).
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

extern const uint8_t archive_start[];

struct archive {
    uint32_t magic, entries, frames, reserved;
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
        if (!strcmp(e->image, name)) {
            *image = (struct image){.mem = archive_start + e->offset, .size = e->size};
            return 0;
        }
    return E_NONE;
}

int image_read(const struct image *image, uint32_t offset, void *dst, uint32_t len)
{
    if (offset > image->size || len > image->size - offset)
        return E_INVAL;
    memcpy(dst, image->mem + offset, len);
    return 0;
}

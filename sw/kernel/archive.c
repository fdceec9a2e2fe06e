/* Images: in the archive that is linked into the kernel's own (made by mkarchive
 * from a scenario's file), or on the disk.
 * SPDX-License-Identifier: ISC */
#include "kernel.h"

/* The archive is asked first, then the disk. */
int image_find(const char *name, struct image *image)
{
    const struct boot_entry *e = archive_start.entry;
    for (uint32_t i = 0; i < archive_start.entries; i++, e++)
        if (!strcmp(e->image, name) && e->size) {
            *image = (struct image){(const uint8_t *)&archive_start + e->offset, e->size, 0};
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
